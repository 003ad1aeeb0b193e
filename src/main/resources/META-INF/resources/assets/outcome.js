// Keeps each tap on an outcome: first on this phone, then on the service. Without network it waits here, and is sent when the
// network is back, from this page or from the next one that is opened. The service decides who wins (If-Match: what was seen).
const PREFIX = 'appui-fiche:';
const SOON = 20_000;
const PATIENCE = 10_000;

const form = document.querySelector('form[data-draft]');
const said = document.getElementById('kept');
const conflict = document.getElementById('conflit');
const board = document.getElementById('en-attente');

const keyOf = call => PREFIX + call;
const waiting = () => Object.keys(localStorage).filter(key => key.startsWith(PREFIX)).map(key => read(key)).filter(Boolean);

function parse(text) {
  try { return JSON.parse(text); } catch { return null; }
}

const read = key => parse(localStorage.getItem(key));

function keepHere(entry) {
  try { localStorage.setItem(keyOf(entry.call), JSON.stringify(entry)); } catch { /* a phone without room: the service still gets it */ }
}

// What the service has is no longer kept here, which other pages of the sheet are told by its last state, unless one of them wrote
// something newer meanwhile, which then follows it.
function forget(entry, revision) {
  const here = read(keyOf(entry.call));
  if (here && here.at !== entry.at) return here.seen === entry.seen && keepHere({ ...here, seen: revision });
  keepHere({ ...entry, kept: revision });
  localStorage.removeItem(keyOf(entry.call));
}

// One answer of the service, or what stood in its way.
async function send(entry) {
  let response;
  try {
    response = await fetch(`/api/calls/${encodeURIComponent(entry.call)}/outcome`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json', 'Accept': 'application/json', 'If-Match': `"${entry.seen}"` },
      body: JSON.stringify({ ...entry.outcome, status: entry.status }),
      signal: AbortSignal.timeout(PATIENCE),
    });
  } catch { return { came: 'away' }; }
  if (response.ok) return { came: 'kept', revision: (await response.json()).revision };
  const why = { 400: 'refused', 401: 'signed-out', 403: 'not-yours', 404: 'not-yours', 412: 'changed' };
  const { detail } = await response.json().catch(() => ({}));
  return { came: why[response.status] ?? 'busy', detail };
}

const SENTENCES = {
  away: { DRAFT: 'Pas de réseau : le brouillon reste sur ce téléphone et partira au retour du réseau.',
    FINAL: 'Pas de réseau : la fiche validée reste sur ce téléphone et partira au retour du réseau.' },
  busy: { DRAFT: 'Le service ne peut pas l’enregistrer pour l’instant : le brouillon reste sur ce téléphone et repartira de lui-même.',
    FINAL: 'Le service ne peut pas l’enregistrer pour l’instant : la fiche validée reste sur ce téléphone et repartira d’elle-même.' },
  'signed-out': 'Votre session est finie : la fiche reste sur ce téléphone. Reconnectez-vous, elle partira.',
  'not-yours': 'Le service ne prend pas cette fiche sous votre compte ; elle reste sur ce téléphone.',
  changed: 'Quelqu’un a modifié cette fiche entre-temps.',
  refused: 'La fiche reste sur ce téléphone : elle est à compléter.',
};

const sentence = (came, status) => SENTENCES[came]?.[status] ?? SENTENCES[came] ?? '';

// ---- the sheet

function outcomeOf(fields) {
  const all = fields.get('conditions') === 'ALL';
  const condition = name => all ? 'YES' : fields.get(name) ?? 'NOT_KNOWN';
  const minutes = Number.parseInt(fields.get('minutes'), 10);
  return {
    callerProfile: fields.get('caller') || null,
    motives: fields.getAll('motive'),
    orientations: fields.getAll('orientation'),
    conditions: { adult: condition('adult'), atHome: condition('home'), knownToTeam: condition('known'), evaluated: condition('evaluated') },
    placeOfCare: fields.get('place') || null,
    durationSeconds: minutes > 0 ? minutes * 60 : null,
    note: fields.get('note') || null,
    withoutAdvice: fields.get('without') || null,
    nature: fields.get('nature') || null,
    information: fields.getAll('information'),
    handOver: fields.get('suite') ? { whom: fields.get('suite'), what: fields.get('todo'), by: fields.get('delay') } : null,
  };
}

function show(outcome) {
  const check = (name, values) => form.querySelectorAll(`input[name="${name}"]`).forEach(input => {
    input.checked = values.includes(input.value);
    if (input.checked) input.closest('details')?.setAttribute('open', '');
  });
  check('motive', outcome.motives);
  check('orientation', outcome.orientations);
  check('caller', [outcome.callerProfile]);
  check('place', [outcome.placeOfCare]);
  check('without', [outcome.withoutAdvice]);
  check('nature', [outcome.nature]);
  check('information', outcome.information ?? []);
  check('suite', [outcome.handOver?.whom ?? '']);
  if (outcome.handOver) {
    check('todo', [outcome.handOver.what]);
    check('delay', [outcome.handOver.by]);
  }
  const { adult, atHome, knownToTeam, evaluated } = outcome.conditions;
  const answers = [adult, atHome, knownToTeam, evaluated];
  check('conditions', [answers.every(answer => answer === 'YES') ? 'ALL' : answers.every(answer => answer === 'NOT_KNOWN') ? '' : 'EACH']);
  check('adult', [adult]);
  check('home', [atHome]);
  check('known', [knownToTeam]);
  check('evaluated', [evaluated]);
  if (outcome.durationSeconds) form.elements.minutes.value = Math.round(outcome.durationSeconds / 60);
  if (form.elements.note) form.elements.note.value = outcome.note ?? '';
}

let seen = Number(form?.dataset.revision ?? 0);
let next = null;
let sending = false;

function say(text) { if (said) said.textContent = text; }

function ask() {
  conflict.querySelector('p').textContent =
    'Cette fiche a été modifiée ailleurs depuis que vous l’avez ouverte. Votre saisie est gardée sur ce téléphone.';
  conflict.hidden = false;
  conflict.scrollIntoView({ block: 'center' });
  document.getElementById('garder-ici').focus();
}

// One request at a time, the latest state only: taps never overtake one another.
async function flush() {
  if (sending) return;
  sending = true;
  while (next) {
    const entry = { ...next, seen };
    next = null;
    const answer = await send(entry);
    if (answer.came === 'kept') {
      seen = answer.revision;
      if (!next) {
        forget(entry, answer.revision);
        say('Brouillon enregistré.');
        if (entry.status === 'FINAL') return location.assign('/mes-astreintes?fait=LOGGED');
      }
    } else {
      say(answer.came === 'refused' ? `${sentence('refused')} ${answer.detail ?? ''}` : sentence(answer.came, entry.status));
      if (answer.came === 'changed') {
        settle('DRAFT');
        ask();
      }
      if (answer.came === 'signed-out') said.append(' ', Object.assign(document.createElement('a'), { href: `/connexion?suite=${location.pathname}`, textContent: 'Se connecter' }));
      if (answer.came === 'refused' && entry.status === 'FINAL' && !next) return showRefusals(entry);
      if (!next) {
        next = ['away', 'busy'].includes(answer.came) ? entry : null;
        break;
      }
    }
  }
  sending = false;
}

// The service says what is missing, in its own page.
function showRefusals(entry) {
  settle('DRAFT');
  keepHere({ ...entry, status: 'DRAFT' });
  const status = document.createElement('input');
  Object.assign(status, { type: 'hidden', name: 'status', value: 'FINAL' });
  form.elements.seen.value = seen;
  form.append(status);
  form.submit();
}

// What was validated waits here: the button says so until something is changed again.
function settle(status) {
  const button = form.querySelector('button[value=FINAL]');
  button.dataset.label ??= button.textContent;
  button.disabled = status === 'FINAL';
  button.textContent = button.disabled ? 'Validée, à envoyer' : button.dataset.label;
}

function take(status) {
  settle(status);
  next = { call: form.dataset.draft, status, seen, at: new Date().toISOString(), outcome: outcomeOf(new FormData(form)) };
  keepHere(next);
  return flush();
}

// Two pages of one sheet on one telephone are one sheet: what is tapped in either stands in both, so that neither writes over the
// other's unseen, and either sends it. What the service has by then is sent by none again.
function another(entry) {
  show(entry.outcome);
  seen = Math.max(seen, entry.seen);
  next = entry;
  if (conflict.hidden) settle(entry.status);
  say('Saisi dans un autre onglet de ce téléphone : les deux montrent la même fiche.');
}

function followAnother({ key, newValue, oldValue }) {
  const entry = key === keyOf(form.dataset.draft) && parse(newValue ?? oldValue);
  if (!entry) return;
  if (newValue && !entry.kept) return another(entry);
  if (next?.at === entry.at) next = null;
  if (!newValue) return; // kept, which was told before, or given up
  seen = Math.max(seen, entry.kept);
  if (entry.status === 'FINAL' && !next) return location.reload();
  say('Enregistré depuis un autre onglet de ce téléphone.');
}

if (form) {
  const left = read(keyOf(form.dataset.draft));
  if (left && !document.getElementById('erreurs')) {
    show(left.outcome);
    seen = left.seen;
    next = left;
    settle(left.status);
    say('Repris de ce téléphone.');
    flush();
  } else if (left) {
    localStorage.removeItem(keyOf(form.dataset.draft));
  }
  document.getElementById('erreurs')?.focus();
  addEventListener('storage', followAnother);
  addEventListener('pageshow', ({ persisted }) => {
    const written = persisted && read(keyOf(form.dataset.draft));
    if (written && written.at !== next?.at) another(written);
  });
  form.addEventListener('change', () => form.dataset.done === 'true' ? settle('DRAFT') : take('DRAFT'));
  form.addEventListener('submit', event => {
    event.preventDefault();
    say('Envoi…');
    take(event.submitter?.value ?? 'FINAL');
  });
  document.getElementById('garder-ici').addEventListener('click', async () => {
    const response = await fetch(`/api/calls/${encodeURIComponent(form.dataset.draft)}/outcome`, { headers: { Accept: 'application/json' } }).catch(() => null);
    if (!response?.ok) return say(sentence('away', 'DRAFT'));
    const latest = await response.json();
    seen = latest.revision;
    conflict.hidden = true;
    // what was validated is corrected by another validated one, never by a draft
    take(latest.outcome.status === 'FINAL' ? 'FINAL' : read(keyOf(form.dataset.draft))?.status ?? 'DRAFT');
  });
  document.getElementById('reprendre').addEventListener('click', () => {
    localStorage.removeItem(keyOf(form.dataset.draft));
    location.reload();
  });
}

// ---- every page: what waits on this phone

async function sendWaiting() {
  if (form) return flush();
  let kept = 0;
  const stay = [];
  for (const entry of waiting()) {
    const answer = await send(entry);
    if (answer.came === 'kept') {
      forget(entry, answer.revision);
      kept++;
    } else {
      stay.push([entry, answer.came]);
    }
  }
  // nobody loses what they are writing: the page is read again by itself within half a minute
  if (kept > 0 && !document.activeElement?.matches('input, select, textarea')) return location.reload();
  if (board) {
    board.hidden = stay.length === 0;
    board.replaceChildren(...stay.map(([entry, came]) => {
      const line = document.createElement('p');
      const link = Object.assign(document.createElement('a'), { href: `/mes-appels/${entry.call}`, textContent: 'Ouvrir la fiche' });
      line.append(sentence(came, entry.status) + ' ', link);
      return line;
    }));
  }
}

addEventListener('online', sendWaiting);
document.addEventListener('visibilitychange', () => document.hidden || sendWaiting());
setInterval(() => waiting().length && sendWaiting(), SOON);
if (!form) sendWaiting();

// ---- the pages themselves, for when there is no network at all
if (navigator.serviceWorker) {
  navigator.serviceWorker.register('/service-worker.js').catch(() => { /* a browser that refuses: pages need the network */ });
  navigator.serviceWorker.ready.then(registration => registration.active?.postMessage({
    keep: [location.pathname, ...[...document.querySelectorAll('a[data-sheet]')].map(link => link.getAttribute('href'))],
  }));
}
