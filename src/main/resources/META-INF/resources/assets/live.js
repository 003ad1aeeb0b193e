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
    said.textContent = late ? `Pas de nouvelles du service : ces données ont ${Math.round((Date.now() - fresh) / LATE)} min. En cas de doute, appeler la ligne.` : '';
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
    if (newer && newer.innerHTML !== part.innerHTML && !part.contains(document.activeElement)) {
      part.replaceChildren(...newer.childNodes);
    }
    upToDate();
    return true;
  } catch { /* the network is away: what is shown stays, with its time */
    return false;
  }
}

function upToDate() {
  fresh = Date.now();
  tellAge();
}

// Each beat names the latest event there is: the page is as new as the beat only once it was read again since that event.
let read;
async function beat({ data }) {
  if (data === read) upToDate();
  else if (await reload()) read = data;
}

if (part?.dataset.refresh) setInterval(reload, Number(part.dataset.refresh) * 1000);
if (part?.dataset.stream) {
  const stream = new EventSource(part.dataset.stream);
  for (const kind of ['calls', 'heartbeat']) stream.addEventListener(kind, beat);
}
document.addEventListener('visibilitychange', reload);
