// The rota's grid by keyboard and pointer. Every act is the page's own form, sent without leaving the page.
const said = document.getElementById('annonce');
let here = null;    // {date, who} of the cell that has the focus
let anchor = null;  // date where a range began
let leaving = false; // whether the form is to leave its dates to nobody
let pressed = null; // {date, who} where the pointer went down

const grid = () => document.querySelector('[data-grid]');
const form = () => document.getElementById('placer');
const find = (date, who) => grid()?.querySelector(`td[data-date="${date}"][data-who="${who}"]`);
const place = cell => ({ date: cell.dataset.date, who: cell.dataset.who });
const day = (date, days) => {
  const next = new Date(`${date}T12:00:00Z`);
  next.setUTCDate(next.getUTCDate() + days);
  return next.toISOString().slice(0, 10);
};
const say = text => { said.textContent = ''; setTimeout(() => { said.textContent = text; }, 50); };

function prepare() {
  if (!grid()) return;
  for (const table of grid().querySelectorAll('table')) {
    table.setAttribute('role', 'grid');
    table.setAttribute('aria-multiselectable', 'true');
    if (document.getElementById('clavier')) table.setAttribute('aria-describedby', 'clavier');
    for (const cell of table.querySelectorAll('td')) { cell.setAttribute('role', 'gridcell'); cell.tabIndex = -1; }
    for (const link of table.querySelectorAll('thead a')) link.tabIndex = -1;
  }
  const cell = (here && find(here.date, here.who)) || grid().querySelector('td');
  if (cell) { cell.tabIndex = 0; here = place(cell); }
}

function go(cell, extend, still = false) {
  if (!cell) return;
  if (!extend) anchor = null;
  else anchor ??= here.date;
  grid().querySelectorAll('td[tabindex="0"]').forEach(one => { one.tabIndex = -1; });
  here = place(cell);
  cell.tabIndex = 0;
  cell.focus({ preventScroll: still });
  mark();
}

function range() {
  const other = anchor ?? here.date;
  return other < here.date ? [other, here.date] : [here.date, other];
}

function mark() {
  const [from, to] = range();
  for (const cell of grid().querySelectorAll('td')) {
    const chosen = Boolean(anchor) && cell.dataset.who === here.who && cell.dataset.date >= from && cell.dataset.date <= to;
    cell.classList.toggle('chosen', chosen);
    if (chosen) cell.setAttribute('aria-selected', 'true');
    else cell.removeAttribute('aria-selected');
  }
  fill(here.who, from, to);
}

function fill(who, from, to) {
  const fields = form();
  if (!fields) return;
  fields.elements.du.value = from;
  if (fields.elements.au) fields.elements.au.value = from === to ? '' : to;
  fields.elements.medecin.value = who;
  fields.elements.medecin.required = Boolean(who);
  leaving = !who;
}

function give(who, rung) {
  const fields = form();
  if (!fields) return;
  const [from, to] = range();
  fill(who, from, to);
  fields.elements.rang.value = rung;
  if (fields.elements.raison.required && !fields.elements.raison.value) {
    fields.elements.raison.focus();
    say('Écrire la raison, puis Entrée.');
  } else {
    fields.requestSubmit(leaving ? fields.querySelector('[value=retirer]') : null);
  }
}

function free() {
  const cell = find(here.date, here.who);
  if (cell.classList.contains('first')) give('', 'FIRST');
  else if (cell.classList.contains('backup')) give('', 'BACK_UP');
  else say('Cette case ne tient aucune astreinte.');
}

function row(cell, step) {
  const lines = [...cell.closest('tbody').rows];
  const line = lines[lines.indexOf(cell.parentElement) + step];
  return line?.cells[cell.cellIndex];
}

const firstOfMonth = (date, months) => {
  const next = new Date(`${date.slice(0, 8)}01T12:00:00Z`);
  next.setUTCMonth(next.getUTCMonth() + months);
  return next.toISOString().slice(0, 10);
};

const keys = {
  ArrowRight: cell => find(day(cell.dataset.date, 1), cell.dataset.who),
  ArrowLeft: cell => find(day(cell.dataset.date, -1), cell.dataset.who),
  ArrowDown: cell => row(cell, 1),
  ArrowUp: cell => row(cell, -1),
  Home: cell => cell.parentElement.querySelector('td'),
  End: cell => cell.parentElement.querySelector('td:last-child'),
  PageDown: cell => find(firstOfMonth(cell.dataset.date, 1), cell.dataset.who),
  PageUp: cell => find(firstOfMonth(cell.dataset.date, -1), cell.dataset.who),
};

const heading = cell => cell.closest('table').tHead.rows[0].cells[cell.cellIndex]?.querySelector('a');

// The row of dates is one more row of the grid: reached from below, left again downwards; Enter opens the date and its reasons.
document.addEventListener('keydown', event => {
  const date = event.target.closest?.('[data-grid] thead th');
  if (!date) return;
  const beside = { ArrowRight: date.nextElementSibling, ArrowLeft: date.previousElementSibling }[event.key]?.querySelector('a');
  const below = event.key === 'ArrowDown' && date.closest('table').tBodies[0].rows[0]?.cells[date.cellIndex];
  if (!beside && !below) return;
  event.preventDefault();
  if (beside) beside.focus();
  else go(below, false);
});

// The form follows the work in the grid; it stays in its place until somebody begins. Keys act where the focus is, whatever put it there.
document.addEventListener('focusin', event => {
  const cell = event.target.closest?.('[data-grid] td');
  if (!cell) return;
  document.body.classList.add('working');
  here = place(cell);
});

const why = () => document.getElementById('pourquoi');
const undo = () => document.querySelector('.undo form');

document.addEventListener('keydown', event => {
  const cell = event.target.closest?.('[data-grid] td');
  if (cell && (event.ctrlKey || event.metaKey) && event.key === 'z' && undo()) {
    event.preventDefault();
    undo().requestSubmit();
  }
  if (!cell || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'ArrowUp' && !keys.ArrowUp(cell) && heading(cell)) {
    event.preventDefault();
    heading(cell).focus();
  } else if (keys[event.key]) {
    event.preventDefault();
    go(keys[event.key](cell), event.shiftKey && event.key.startsWith('Arrow') && !/Up|Down/.test(event.key));
  } else if (event.key === 'Enter' || event.key === ' ') {
    event.preventDefault();
    mark();
    give(here.who, 'FIRST');
  } else if (event.key.toLowerCase() === 'r') {
    mark();
    give(here.who, 'BACK_UP');
  } else if (event.key.toLowerCase() === 'p') {
    location.assign(`?date=${cell.dataset.date}#pourquoi`);
  } else if (event.key === 'Delete' || event.key === 'Backspace') {
    event.preventDefault();
    free();
  } else if (event.key === 'Escape') {
    go(cell, false);
  }
});

// Released in the row of who takes, over the dates that were crossed.
document.addEventListener('pointerdown', event => {
  const cell = event.target.closest?.('[data-grid] td');
  if (!cell || event.button !== 0) return;
  pressed = place(cell);
  if (event.pointerType !== 'touch') event.preventDefault();
  go(cell, false, true);
});
document.addEventListener('pointerover', event => {
  const cell = event.target.closest?.('[data-grid] td');
  if (!pressed || !cell || event.pointerType === 'touch') return;
  anchor = pressed.date;
  here = place(cell);
  mark();
});
document.addEventListener('pointerup', event => {
  const from = pressed;
  pressed = null;
  const cell = event.target.closest?.('[data-grid] td');
  if (!from || !cell || event.pointerType === 'touch') return;
  const to = place(cell);
  if (to.who === from.who && to.date === from.date) return;
  const rung = find(from.date, from.who)?.classList.contains('backup') ? 'BACK_UP' : 'FIRST';
  anchor = from.date;
  here = to;
  mark();
  give(to.who, rung);
});

// The session ended: the sign-in page keeps what the form holds, if the browser goes there with it.
function leave(sent, submitter) {
  if (submitter?.name) sent.append(Object.assign(document.createElement('input'), { type: 'hidden', name: submitter.name, value: submitter.value }));
  sent.submit();
}

async function send(sent, submitter) {
  const inGrid = Boolean(grid());
  const undone = sent === undo();
  const body = new URLSearchParams(new FormData(sent, submitter));
  leaving = false;
  sent.querySelectorAll('button').forEach(button => { button.disabled = true; });
  try {
    const response = await fetch(sent.action, { method: 'POST', body, headers: { Accept: 'text/html' } });
    if (response.status === 401) return leave(sent, submitter);
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const fresh = page.getElementById('rota');
    if (!fresh) return location.reload();
    const old = document.getElementById('rota');
    const top = scrollY;
    old.replaceWith(document.adoptNode(fresh));
    anchor = null;
    prepare();
    scrollTo(0, top);
    const refused = document.getElementById('refus');
    if (refused) {
      say([...refused.querySelectorAll('p, li')].map(part => part.textContent.trim().replace(/[^.!?:…]$/, '$&.')).join(' '));
      (document.getElementById('derogation') ?? (inGrid ? find(here.date, here.who) : form().elements.du))?.focus({ preventScroll: true });
    } else {
      say(undone ? 'C’est annulé.' : document.getElementById('etat')?.textContent ?? '');
      (inGrid && here ? find(here.date, here.who) : form()?.elements.du)?.focus({ preventScroll: true });
    }
  } catch {
    sent.querySelectorAll('button').forEach(button => { button.disabled = false; });
    say('Pas de réseau : rien n’a été changé. Réessayer.');
  }
}

document.addEventListener('change', event => {
  if (event.target.id === 'medecin') {
    event.target.required = true;
    leaving = false;
  }
});

document.addEventListener('submit', event => {
  if (event.target.id === 'placer') {
    event.preventDefault();
    send(event.target, leaving ? event.target.querySelector('[value=retirer]') : event.submitter);
  } else if (event.target === undo() && grid()) {
    event.preventDefault();
    send(event.target, event.submitter ?? event.target.querySelector('button[name]'));
  }
});

prepare();
if (location.hash === '#pourquoi') {
  if (why()) why().open = true;
  (why()?.querySelector('summary') ?? document.getElementById('du'))?.focus();
}
