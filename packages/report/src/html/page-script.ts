/**
 * Hover, filter, open and close all; everything is readable without it. It holds no data: the page's policy lets only
 * this very text run, by its hash.
 */
export const pageScript = `
(() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  document.documentElement.classList.add('scripted');
  const tip = document.getElementById('tip');
  for (const title of all('svg.yq title')) {
    title.parentNode.dataset.tip = title.textContent;
    title.remove();
  }
  document.addEventListener('pointermove', (event) => {
    const target = event.target.closest ? event.target.closest('[data-tip]') : null;
    tip.style.display = target ? 'block' : 'none';
    if (!target) return;
    tip.textContent = target.dataset.tip;
    const x = Math.min(event.clientX + 14, innerWidth - tip.offsetWidth - 8);
    const y = event.clientY + 16 + tip.offsetHeight > innerHeight ? event.clientY - tip.offsetHeight - 8 : event.clientY + 16;
    tip.style.left = Math.max(0, x) + 'px';
    tip.style.top = Math.max(0, y) + 'px';
  });
  const input = document.getElementById('filter');
  input.addEventListener('input', () => {
    const wanted = input.value.trim().toLowerCase();
    for (const row of all('tbody tr')) row.hidden = wanted !== '' && !row.textContent.toLowerCase().includes(wanted);
    for (const mark of all('[data-tip]')) mark.classList.toggle('dim', wanted !== '' && !mark.dataset.tip.toLowerCase().includes(wanted));
  });
  const toggle = (open) => { for (const part of all('details')) part.open = open; };
  document.getElementById('open').addEventListener('click', () => toggle(true));
  document.getElementById('close').addEventListener('click', () => toggle(false));
  let closed = [];
  addEventListener('beforeprint', () => { closed = all('details:not([open])'); toggle(true); });
  addEventListener('afterprint', () => { for (const part of closed) part.open = false; });
})();
`;

/** SHA-256 of `pageScript` in base64, as a content security policy wants it. A test keeps it true. */
export const pageScriptSha256 = 'Wqva3Xw5t29FNo8U1wt1eNkD3HYtnjIp0hB0dJtj7tg=';
