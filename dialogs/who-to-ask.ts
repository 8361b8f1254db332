import { dangerLine } from '../knowledge/helplines/danger-line.ts';
import { fill, type Turn } from './turn.ts';

/** Where a person can be reached: the clinic as far as it is configured, and where to look for care nearby. */
export const whoToAsk = ({ texts, knowledge }: Turn): readonly string[] => {
  const { clinic } = knowledge;
  const { withPhone, withoutPhone, hours, finder } = texts.conversation.human;
  const values = { clinic: clinic.name, phone: clinic.phone ?? '', hours: clinic.hours ?? '' };
  const lines = [
    clinic.phone ? withPhone : withoutPhone,
    ...(clinic.hours ? [hours] : []),
    finder[clinic.country] ?? '',
  ];
  return lines.filter((line) => line !== '').map((line) => fill(line, values));
};

export const clinicPage = ({ texts, knowledge: { clinic } }: Turn): string =>
  clinic.url ? fill(texts.conversation.human.web, { url: clinic.url }) : '';

export const inDanger = ({ knowledge: { helplines, clinic }, memory }: Turn): string =>
  dangerLine(helplines, clinic.country, memory.language);
