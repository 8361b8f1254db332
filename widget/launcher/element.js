/** An element with properties, attributes (where the name has a dash, or is `role` or `class`) and children. */
export const element = (name, properties = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key.includes('-') || key === 'role' || key === 'class') made.setAttribute(key, value);
    else made[key] = value;
  }
  // Words go in as text, so that nothing in them becomes an element.
  made.append(...children);
  return made;
};
