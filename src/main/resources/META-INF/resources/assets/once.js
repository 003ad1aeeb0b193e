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

// Who acted is where it says what became of it: a reader of the screen hears it, and the next key leads to what it offers. An
// address that names a place of its page begins there, as browsers have it.
const told = location.hash ? null : document.querySelector('main :is(.error-summary[role=alert], .notice.done[role=status])');
if (told && document.activeElement === document.body) {
  told.tabIndex = -1;
  told.focus();
}
