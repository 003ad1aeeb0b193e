// Keeps each tap on an outcome as a draft; without network the draft waits on the phone and is sent when it is back.
const PREFIX = 'appui-draft:';
const form = document.querySelector('form[data-draft]');
const said = document.getElementById('kept');

const token = () => document.querySelector('input[name="csrf-token"]')?.value ?? '';

async function send(call, fields) {
  const body = new URLSearchParams(fields);
  body.set('csrf-token', token());
  body.set('status', 'DRAFT');
  const response = await fetch(`/mes-appels/${encodeURIComponent(call)}`, { method: 'POST', body, redirect: 'manual' });
  return response.type === 'opaqueredirect' || response.ok;
}

async function keep(call, fields) {
  localStorage.setItem(PREFIX + call, fields);
  try {
    if (await send(call, fields)) {
      localStorage.removeItem(PREFIX + call);
      return 'Brouillon enregistré.';
    }
    return 'Brouillon gardé sur ce téléphone.';
  } catch {
    return 'Pas de réseau : le brouillon reste sur ce téléphone et partira au retour du réseau.';
  }
}

async function sendWaiting() {
  for (const key of Object.keys(localStorage).filter(name => name.startsWith(PREFIX))) {
    await keep(key.slice(PREFIX.length), localStorage.getItem(key));
  }
}

if (form && form.dataset.done !== 'true') {
  form.addEventListener('change', async () => {
    said.textContent = await keep(form.dataset.draft, new URLSearchParams(new FormData(form)).toString());
  });
  form.addEventListener('submit', () => localStorage.removeItem(PREFIX + form.dataset.draft));
}
addEventListener('online', sendWaiting);
if (!form) sendWaiting();
