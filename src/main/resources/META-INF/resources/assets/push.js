// Messages on this device: the browser makes an address at its push service, the page's own form takes it to us.
const form = document.querySelector('form[data-push]');
const bytes = text => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), c => c.charCodeAt(0));
const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
const say = words => { form.querySelector('[role=status]').textContent = words; };

const fill = (subscription, renewing) => {
  form.elements.adresse.value = subscription.endpoint;
  form.elements.cle.value = text(subscription.getKey('p256dh'));
  form.elements.secret.value = text(subscription.getKey('auth'));
  form.elements.renouveler.value = renewing ? 'oui' : '';
};

async function subscribe() {
  if (await Notification.requestPermission() !== 'granted') {
    return say('Ce navigateur n’a pas le droit d’afficher des notifications\u00a0: l’accorder dans ses réglages, puis réessayer.');
  }
  const { pushManager } = await navigator.serviceWorker.ready;
  const options = { userVisibleOnly: true, applicationServerKey: bytes(form.dataset.push) };
  const known = await pushManager.getSubscription();
  const ours = known && text(known.options.applicationServerKey ?? new ArrayBuffer(0)) === form.dataset.push;
  if (known && !ours) await known.unsubscribe();
  fill(ours ? known : await pushManager.subscribe(options), false);
  form.submit();
}

if (form && navigator.serviceWorker && window.PushManager) {
  form.hidden = false;
  navigator.serviceWorker.register('/service-worker.js').catch(() => say('Ce navigateur ne garde pas le nécessaire\u00a0: essayer hors navigation privée.'));
  form.addEventListener('submit', event => {
    event.preventDefault();
    subscribe().catch(() => say('Ce navigateur n’a pas pu s’abonner\u00a0: vérifier le réseau, puis réessayer.'));
  });
  navigator.serviceWorker.ready.then(({ pushManager }) => pushManager.getSubscription()).then(known => {
    if (!known) return;
    fill(known, true);
    fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)) }).catch(() => { /* the next visit says it */ });
  });
}
