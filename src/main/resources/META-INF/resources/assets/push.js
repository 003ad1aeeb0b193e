// Messages on this device: the browser makes an address at its push service, the form of « Mes appareils » takes it to us. Every page of
// a physician says again that this browser is there, in the session that goes on.
const form = document.querySelector('form[data-push]');
const signOut = document.querySelector('form[action="/deconnexion"]');
const bytes = text => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), c => c.charCodeAt(0));
const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
const say = words => { form.querySelector('[role=status]').textContent = words; };
const fields = subscription => Object.entries({
  adresse: subscription.endpoint, cle: text(subscription.getKey('p256dh')), secret: text(subscription.getKey('auth')),
});

async function subscribe() {
  if (await Notification.requestPermission() !== 'granted') {
    return say('Ce navigateur n’a pas le droit d’afficher des notifications\u00a0: l’accorder dans ses réglages, puis réessayer.');
  }
  const { pushManager } = await navigator.serviceWorker.ready;
  const options = { userVisibleOnly: true, applicationServerKey: bytes(form.dataset.push) };
  const known = await pushManager.getSubscription();
  const ours = known && text(known.options.applicationServerKey ?? new ArrayBuffer(0)) === form.dataset.push;
  if (known && !ours) await known.unsubscribe();
  for (const [name, value] of fields(ours ? known : await pushManager.subscribe(options))) form.elements[name].value = value;
  form.submit();
}

// With the token of the form that every page has.
async function renew() {
  const { pushManager } = await navigator.serviceWorker.ready;
  const known = await pushManager.getSubscription();
  if (!known) return;
  const body = new URLSearchParams([...new FormData(signOut), ...fields(known), ['renouveler', 'oui']]);
  await fetch('/compte/appareils/notifications', { method: 'POST', body });
}

if (navigator.serviceWorker && window.PushManager) {
  if (form) {
    form.hidden = false;
    navigator.serviceWorker.register('/service-worker.js').catch(() => say('Ce navigateur ne garde pas le nécessaire\u00a0: essayer hors navigation privée.'));
    form.addEventListener('submit', event => {
      event.preventDefault();
      subscribe().catch(() => say('Ce navigateur n’a pas pu s’abonner\u00a0: vérifier le réseau, puis réessayer.'));
    });
  }
  renew().catch(() => { /* the next page says it */ });
}
