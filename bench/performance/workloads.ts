/** One message, with what its answer must contain: a wrong answer makes no figure. */
export interface Turn {
  readonly text: string;
  readonly expect: string;
}

export type WorkloadName = 'echo' | 'waterfall' | 'question' | 'screening' | 'crisis';

/** What one person says in a conversation, one after the other. */
export type Workload = (conversation: number) => readonly Turn[];

const questions = [
  'what is an iop',
  'how many hours a week is an iop?',
  'does insurance pay for it',
  'what is the difference between php and iop',
  'can i keep my job while i do this',
  'how long does it usually take',
  'My therapist wrote "IOP" on a note and I was too shy to ask. What does she mean by that?',
  'is there something for teenagers',
  'what happens in group therapy',
  'do i have to stay there at night',
  'my mom drinks every day, what kind of help is there for her',
  'can i do it online from home',
];
const dangers = [
  'i am going to kill myself tonight',
  'i want to kill myself',
  'i took all my pills an hour ago',
  'i have a gun and i am going to use it on myself',
];
/** The first option of each question leads to a result after nine of them. */
const firstOptions = 9;

const some = (texts: readonly string[], count: number, conversation: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => texts[(conversation * count + at) % texts.length] ?? '');

const expecting =
  (expect: string) =>
  (text: string): Turn => ({ text, expect });

export const workloads: Readonly<Record<WorkloadName, Workload>> = {
  echo: (conversation) =>
    some(questions, 6, conversation).map((text) => ({ text, expect: JSON.stringify(text).slice(1, -1) })),
  waterfall: () => [
    { text: 'hello', expect: 'How do you travel?' },
    { text: 'Bus', expect: 'What is your name?' },
    { text: 'Robin', expect: 'Would you like' },
    { text: 'yes', expect: 'How old are you?' },
    { text: '30', expect: 'that is all' },
  ],
  question: (conversation) => some(questions, 6, conversation).map(expecting('"type":"message"')),
  screening: () => [
    { text: 'start the screening', expect: '*1 of about' },
    ...Array.from({ length: firstOptions - 1 }, (_, at) => ({ text: '1', expect: `*${at + 2} of about` })),
    { text: '1', expect: '"attachments"' },
  ],
  crisis: (conversation) => some(dangers, 2, conversation).map(expecting('988')),
};
