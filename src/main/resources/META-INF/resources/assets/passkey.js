// Passkeys: the browser signs what the page asks for; the page's own form takes the answer to the service.
const bytes = text => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), c => c.charCodeAt(0));
const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

const made = answer => ({ clientDataJSON: text(answer.clientDataJSON), attestationObject: text(answer.attestationObject), transports: answer.getTransports?.() ?? [] });
const signed = answer => ({ clientDataJSON: text(answer.clientDataJSON), authenticatorData: text(answer.authenticatorData), signature: text(answer.signature),
  userHandle: answer.userHandle ? text(answer.userHandle) : undefined });

const create = ({ challenge, user, login, name }) => navigator.credentials.create({ publicKey: {
    challenge: bytes(challenge),
    rp: { name: 'Appui' },
    user: { id: new TextEncoder().encode(user), name: login, displayName: name },
    pubKeyCredParams: [-7, -8, -257].map(alg => ({ type: 'public-key', alg })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
} });

const get = ({ challenge }) => navigator.credentials.get({ publicKey: { challenge: bytes(challenge), userVerification: 'required' } });

for (const form of document.querySelectorAll('form[data-passkey]')) {
  form.hidden = !window.PublicKeyCredential;
  form.addEventListener('submit', async event => {
    event.preventDefault();
    const making = form.dataset.passkey === 'create';
    try {
      const key = await (making ? create : get)(form.dataset);
      const whole = { id: key.id, rawId: text(key.rawId), type: key.type, clientExtensionResults: key.getClientExtensionResults(), 
        response: (making ? made : signed)(key.response) };
      form.elements.reponse.value = JSON.stringify(whole);
      form.submit();
    } catch {
      form.querySelector('[role=status]').textContent = making
        ? 'Aucune clé n’a été créée sur cet appareil.' : 'Aucune clé n’a été utilisée ; essayer avec le mot de passe.';
    }
  });
}
