// "I need help now": the bot's crisis reply without typing, and the numbers themselves where it does not come.
const section = document.getElementById('help');
const button = document.getElementById('need-help');
/** How long the reply may take before the numbers are put in front, in milliseconds. */
const patience = 1_000;

let timer;

const showNumbers = () => {
  section.hidden = false;
  section.focus();
  section.scrollIntoView({ block: 'nearest' });
};

/** A reply of the bot has come. */
export const helpCame = () => clearTimeout(timer);

/** `send` says the words in the chat; it gives false where the chat can not take them now. */
export const askForHelp = (send) => {
  clearTimeout(timer);
  if (send(button.textContent.trim())) timer = setTimeout(showNumbers, patience);
  else showNumbers();
};

section.querySelector('button').addEventListener('click', () => {
  section.hidden = true;
  (button.offsetParent === null ? document.getElementById('chat') : button).focus();
});
