// Keeps the part of a page with data-refresh (seconds) or data-stream (server-sent events) up to date.
const part = document.querySelector('[data-refresh], [data-stream]');

async function reload() {
  if (document.hidden) return;
  try {
    const response = await fetch(location.href, { headers: { Accept: 'text/html' } });
    if (response.redirected) return location.reload();
    if (!response.ok) return;
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const fresh = page.getElementById(part.id);
    if (fresh && fresh.innerHTML !== part.innerHTML && !part.contains(document.activeElement)) {
      part.replaceChildren(...fresh.childNodes);
    }
  } catch { /* the network is away: what is shown stays, with its time */ }
}

if (part?.dataset.refresh) setInterval(reload, Number(part.dataset.refresh) * 1000);
if (part?.dataset.stream) new EventSource(part.dataset.stream).addEventListener('calls', reload);
document.addEventListener('visibilitychange', reload);
