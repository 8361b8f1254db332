import type { Contact } from '../../knowledge/helplines/contact.ts';
import type { ScreeningState } from '../memory.ts';
import { fill, type Voice } from '../turn.ts';
import { inVoice } from './ask.ts';

/** The locator knows programs in the United States only. */
const locator = { country: 'US', href: 'https://findtreatment.gov' };

/** Whom to ask now: the clinic, the locator, and for young people an adult they trust. */
export const stepsFor = (voice: Voice, { answers, about }: ScreeningState): readonly string[] => {
  const { clinic } = voice.knowledge;
  const { steps, teen } = voice.texts.screening.result;
  const lines = [
    clinic.phone ? steps.phone : steps.nophone,
    ...(clinic.hours ? [steps.hours] : []),
    ...(clinic.country === locator.country ? [steps.locator] : []),
    ...(answers.age === 'under-18' ? [inVoice(teen, about)] : []),
  ];
  return lines.map((line) =>
    fill(line, { clinic: clinic.name, phone: clinic.phone ?? '', hours: clinic.hours ?? '' }),
  );
};

export const contactsFor = ({ knowledge, texts }: Voice): readonly Contact[] => {
  const { name, phone, url, country } = knowledge.clinic;
  const { contacts } = texts.screening.result;
  return [
    ...(phone
      ? [
          {
            label: fill(contacts.clinic, { phone, clinic: name }),
            href: `tel:${phone.replaceAll(/[^\d+]/g, '')}`,
          },
        ]
      : []),
    ...(url ? [{ label: fill(contacts.page, { clinic: name }), href: url }] : []),
    ...(country === locator.country ? [{ label: contacts.locator, href: locator.href }] : []),
  ];
};
