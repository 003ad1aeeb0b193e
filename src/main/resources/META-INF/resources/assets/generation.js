// Follows a search for a rota as it goes; the page shows the end when it comes.
const part = document.getElementById('calcul');
const said = document.getElementById('avancement');

// What is shown stays while the service is away; the page is left only for one that there is.
async function look() {
  try {
    if ((await fetch(location.href)).ok) return location.reload();
  } catch { /* the network is away */ }
  said.textContent = 'Pas de nouvelles du calcul : le service ne répond pas. Nouvel essai dans quelques secondes.';
  setTimeout(look, 3000);
}

if (part) {
  const source = new EventSource(part.dataset.events);
  source.onmessage = event => {
    const job = JSON.parse(event.data);
    if (job.state !== 'RUNNING') {
      source.close();
      location.reload();
    } else if (job.score) {
      const gap = Math.round(job.score.gap * 100);
      said.textContent = `Un planning est trouvé${gap > 0 ? ` ; un meilleur existe peut-être, d’au plus ${gap}\u202f%` : ''}.`;
    }
  };
  source.onerror = () => { source.close(); setTimeout(look, 3000); };
}
