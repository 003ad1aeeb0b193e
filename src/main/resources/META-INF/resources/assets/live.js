// Keeps the part of a page with data-refresh (seconds) or data-stream (server-sent events) up to date.
const part = document.querySelector('[data-refresh], [data-stream]');

// What somebody is writing stays on the page; reading it again would lead away from it.
function tellEnd() {
  if (document.getElementById('session-finie')) return;
  const said = Object.assign(document.createElement('p'), { id: 'session-finie', className: 'notice', role: 'alert' });
  said.append('Votre session est finie : cette page n’est plus à jour. ', Object.assign(document.createElement('a'),
    { href: `/connexion?suite=${encodeURIComponent(location.pathname + location.search)}`, textContent: 'Se reconnecter' }));
  document.querySelector('main').prepend(said);
}

// Whoever reads a page that nobody brought up to date for a minute is told so, in amber.
const LATE = 60_000;
let fresh = Date.now();
let away = false; // the service answers, and cannot read what the page shows

function tellAge() {
  const late = !document.hidden && Date.now() - fresh > LATE;
  document.body.classList.toggle('late', late);
  let said = document.getElementById('en-retard');
  if (late && !said) {
    said = Object.assign(document.createElement('p'), { id: 'en-retard', className: 'notice late', role: 'status' });
    document.querySelector('main').prepend(said);
  }
  if (said) {
    said.hidden = !late;
    said.textContent = late ? `${away ? 'Le service ne peut pas lire ce qui est nouveau' : 'Pas de nouvelles du service'} : ces données ont ${Math.round((Date.now() - fresh) / LATE)} min. En cas de doute, appeler la ligne.` : '';
  }
}
if (part) setInterval(tellAge, 5000);

async function reload() {
  if (document.hidden) return false;
  try {
    const response = await fetch(location.href, { headers: { Accept: 'text/html' } });
    if (response.redirected) {
      tellEnd();
      return false;
    }
    if (!response.ok) return false;
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const newer = page.getElementById(part.id);
    if (!newer || !show(newer)) return false;
    upToDate();
    return true;
  } catch { /* the network is away: what is shown stays, with its time */
    return false;
  }
}

// Nobody loses what they are writing, nor the place where the keyboard is.
function show(newer) {
  if (newer.innerHTML === part.innerHTML) return true;
  const here = part.contains(document.activeElement) ? document.activeElement : null;
  if (here?.matches('input, select, textarea')) return false;
  const place = here && [...part.querySelectorAll(here.localName)].indexOf(here);
  part.replaceChildren(...newer.childNodes);
  if (here) part.querySelectorAll(here.localName)[place]?.focus();
  return true;
}

function upToDate() {
  fresh = Date.now();
  away = false;
  tellAge();
}

// Each beat has the mark of what there is: the page is as new as the beat only once it was read again since that mark came.
let read;
async function beat({ data }) {
  if (data === read) upToDate();
  else if (await reload()) read = data;
}

// A browser asks again by itself where the network failed, and not where it was refused (too many pages, a session that ended).
const AGAIN = 30_000;
function follow(address) {
  const stream = new EventSource(address);
  for (const kind of ['calls', 'on-duty', 'heartbeat']) stream.addEventListener(kind, beat);
  stream.addEventListener('away', () => { away = true; });
  stream.addEventListener('error', () => {
    if (stream.readyState !== EventSource.CLOSED) return;
    reload();
    setTimeout(follow, AGAIN, address);
  });
}

if (part?.dataset.refresh) setInterval(reload, Number(part.dataset.refresh) * 1000);
if (part?.dataset.stream) follow(part.dataset.stream);
document.addEventListener('visibilitychange', reload);
