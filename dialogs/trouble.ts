import { dangerLine } from '../knowledge/helplines/danger-line.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { languages } from '../knowledge/language/language.ts';
import type { Reply } from './reply.ts';
import { fill } from './turn.ts';

/** Something failed. By then nothing is known of the person, so it is said in every language, with whom to call. */
export const troubleReply = ({ texts, helplines, clinic }: Knowledge): Reply => ({
  kind: 'say',
  text: languages
    .map((language) =>
      fill(texts[language].conversation.trouble.failed, {
        danger: dangerLine(helplines, clinic.country, language),
      }),
    )
    .join('\n\n'),
  choices: [],
});
