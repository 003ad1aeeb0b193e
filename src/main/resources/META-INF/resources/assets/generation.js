// Follows a search for a rota as it goes; the page shows the end when it comes.
const part = document.getElementById('calcul');
const said = document.getElementById('avancement');

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
  source.onerror = () => { source.close(); setTimeout(() => location.reload(), 3000); };
}
