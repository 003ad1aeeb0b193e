// Shows messages that arrive while no page is open; a tap opens the page. And lets a physician open their page and the sheets of
// their calls without network, as they last were. Nothing else is kept, and signing out forgets it. What is typed meanwhile waits in assets/outcome.js.
const FILES = 'appui-fichiers-1';
const PAGES = 'appui-pages-1';
const PATIENCE = 4_000;
const MOST_PAGES = 40;
const OWN_PAGES = /^\/(mes-astreintes|mes-appels\/[^/]+)$/;
const SHELL = ['/assets/appui.css', '/assets/appui.svg', '/assets/icons.svg', '/assets/outcome.js', '/assets/live.js', '/assets/once.js', '/assets/push.js'];

addEventListener('install', event => {
  event.waitUntil(caches.open(FILES).then(cache => cache.addAll(SHELL)).then(() => skipWaiting()));
});

addEventListener('activate', event => {
  const known = [FILES, PAGES];
  event.waitUntil(caches.keys()
    .then(names => Promise.all(names.filter(name => !known.includes(name)).map(name => caches.delete(name))))
    .then(() => clients.claim()));
});

addEventListener('fetch', event => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== location.origin) return;
  if (request.method === 'POST' && pathname === '/deconnexion') return event.waitUntil(caches.delete(PAGES));
  if (request.method !== 'GET') return;
  if (SHELL.includes(pathname)) event.respondWith(file(request));
  else if (request.mode === 'navigate' && OWN_PAGES.test(pathname)) event.respondWith(page(request, pathname));
});

addEventListener('message', event => {
  const addresses = (event.data?.keep ?? []).filter(address => OWN_PAGES.test(address));
  event.waitUntil(Promise.all(addresses.map(address =>
    fetch(address, { headers: { Accept: 'text/html' } }).then(response => keep(address, response)).catch(() => { /* later */ }))));
});

// A message says what it is about and no more; that it was shown is told by its own name, which nobody else learns.
addEventListener('push', event => {
  const { id, text, address } = event.data?.json() ?? {};
  event.waitUntil(registration.showNotification('Appui', {
    body: text ?? 'Un message vous attend.', tag: id, lang: 'fr', icon: '/assets/appui.svg', data: { address: address ?? '/mes-astreintes' },
  }).then(() => id && fetch(`/api/push-receipts/${encodeURIComponent(id)}`, { method: 'POST', credentials: 'omit' }))
    .catch(() => { /* no receipt: it does not count as received */ }));
});

addEventListener('notificationclick', event => {
  event.notification.close();
  const address = new URL(event.notification.data.address, location.origin);
  if (address.origin !== location.origin) return;
  event.waitUntil(clients.matchAll({ type: 'window' }).then(async pages => {
    const open = pages.find(page => new URL(page.url).pathname === address.pathname);
    return open ? open.focus() : clients.openWindow(address.href);
  }));
});

async function file(request) {
  try {
    const response = await fetch(request, { signal: AbortSignal.timeout(PATIENCE) });
    if (response.ok) (await caches.open(FILES)).put(new URL(request.url).pathname, response.clone());
    return response;
  } catch {
    return (await caches.match(new URL(request.url).pathname)) ?? Response.error();
  }
}

async function page(request, address) {
  try {
    const response = await fetch(request, { signal: AbortSignal.timeout(PATIENCE) });
    await keep(address, response.clone());
    return response;
  } catch {
    return (await (await caches.open(PAGES)).match(address)) ?? away();
  }
}

// A page that was not this one, a sign-in for instance, is not kept in its place.
async function keep(address, response) {
  if (!response.ok || response.redirected || response.type !== 'basic') return;
  const cache = await caches.open(PAGES);
  const kept = await cache.keys();
  await Promise.all(kept.slice(0, Math.max(0, kept.length - MOST_PAGES)).map(old => cache.delete(old)));
  await cache.put(address, response);
}

function away() {
  return new Response('<!DOCTYPE html><html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
    + '<title>Pas de réseau · Appui</title><link rel="stylesheet" href="/assets/appui.css"><body class="narrow"><main><h1>Pas de réseau</h1>'
    + '<p>Cette page n’a pas encore été ouverte sur ce téléphone. Ce que vous avez saisi ailleurs y est gardé et partira au retour du réseau.</p>'
    + '<p><a class="button" href="/mes-astreintes">Mes astreintes</a></p></main>',
  { status: 503, headers: { 'Content-Type': 'text/html; charset=utf-8' } });
}
