// A form leaves once: a second touch while the service answers does nothing. What must not be kept twice, the service sees to.
const PATIENCE = 10_000;
const sent = new Map();

function give(form) {
  sent.get(form)?.forEach(button => { button.disabled = false; });
  sent.delete(form);
}

addEventListener('submit', event => {
  const form = event.target;
  if (event.defaultPrevented || (event.submitter?.getAttribute('formmethod') ?? form.getAttribute('method')) !== 'post') return;
  if (sent.has(form)) return event.preventDefault();
  const buttons = [...form.elements].filter(button => button.type === 'submit' && !button.disabled);
  sent.set(form, buttons);
  setTimeout(() => buttons.forEach(button => { button.disabled = true; })); // not before what the button itself says is gathered
  setTimeout(() => give(form), PATIENCE); // a file was taken, or nothing came: the page is still there
});

// Come back to as it was left.
addEventListener('pageshow', () => [...sent.keys()].forEach(give));
