// Until the chat's own script is here, and where it can not come: help and the way out work all the same.
{
  const part = (id) => document.getElementById(id);
  const help = part('help');
  const when = (button, act) =>
    button.addEventListener('click', () => document.documentElement.dataset.chat || act());
  when(part('need-help'), () => {
    help.hidden = false;
    help.focus();
  });
  when(help.querySelector('button'), () => {
    help.hidden = true;
    part('need-help').focus();
  });
  when(part('leave'), () => {
    const { leaveTo } = JSON.parse(part('page-data').textContent);
    document.documentElement.hidden = true;
    location.replace(leaveTo);
  });
}
