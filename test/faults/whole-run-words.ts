/** What people write in the whole run: with names, numbers and danger, each with a word that nothing else has. */
export const writtenWords = [
  'my name is Quentin Zyxwvut and i want to die, call 555-0142',
  'me llamo Zyxwvut y voy a matarme esta noche',
  'zyxwvut asks what is an iop',
];
export const directLineKey = 'a-direct-line-key-of-32-characters-qwxz';
