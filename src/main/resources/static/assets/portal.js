// Comforts only: everything works without this file.
(() => {
  'use strict';

  let changed = false;
  let sending = false;
  const guarded = event => event.target.closest && event.target.closest('form[data-guard]');

  // Warn before what was typed is lost.
  document.addEventListener('input', event => { changed = changed || Boolean(guarded(event)); });
  window.addEventListener('beforeunload', event => { if (changed && !sending) event.preventDefault(); });

  // A second click while the first is on its way does nothing; the server would not count it either.
  document.addEventListener('submit', event => {
    const form = event.target;
    if (!form.matches('form[data-once]')) return;
    if (form.getAttribute('aria-busy') === 'true') { event.preventDefault(); return; }
    sending = true;
    form.setAttribute('aria-busy', 'true');
  });
  window.addEventListener('pageshow', () => {
    sending = false;
    document.querySelectorAll('form[aria-busy]').forEach(form => form.removeAttribute('aria-busy'));
  });

  // Fields that depend on an answer: the server says which there are.
  let latest = 0;
  let fieldsToo = false; // an answer that was overtaken by a later one still changes the fields
  document.addEventListener('change', async event => {
    const input = event.target;
    const form = input.closest && input.closest('form[data-guard]');
    const area = form && form.closest('[data-live-of]');
    const live = area && area.dataset.liveOf.split(' ').includes(input.name);
    if (!form || sending || !(live || input.hasAttribute('data-refresh'))) return;
    fieldsToo = fieldsToo || input.hasAttribute('data-refresh');
    const mine = ++latest;
    const body = new URLSearchParams(new FormData(form));
    body.set('_refresh', '1');
    const answer = await fetch(form.getAttribute('action') || location.href, { method: 'POST', body }).catch(() => null);
    if (!answer || !answer.ok || mine !== latest) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    page.querySelectorAll('[data-live]').forEach(part => {
      const shown = document.getElementById(part.id);
      if (shown) shown.replaceWith(document.adoptNode(part));
    });
    const fresh = page.querySelector(`#${CSS.escape(form.id)} [data-fields]`);
    if (!fresh || !fieldsToo) return;
    fieldsToo = false;
    keepTyping(form);
    const focused = document.activeElement && document.activeElement.id;
    form.querySelector('[data-fields]').replaceWith(document.adoptNode(fresh));
    typedMeanwhile(form);
    const again = focused && document.getElementById(focused);
    if (again) again.focus({ preventScroll: true });
  });

  // What was typed while the answer was on its way stays.
  let kept = new Map();
  function keepTyping(form) {
    kept = new Map([...form.querySelectorAll('input:not([type=checkbox]):not([type=radio]):not([type=hidden]), textarea')]
      .map(field => [field.id, field.value]));
  }
  function typedMeanwhile(form) {
    kept.forEach((value, id) => {
      const field = id && form.querySelector(`#${CSS.escape(id)}`);
      if (field) field.value = value;
    });
  }

  // A file that is too large is told before it travels.
  document.addEventListener('change', event => {
    const input = event.target;
    if (!input.matches('input[type=file][data-largest]')) return;
    const tooLarge = [...input.files].some(file => file.size > Number(input.dataset.largest));
    input.setCustomValidity(tooLarge ? input.dataset.tooLarge : '');
    if (tooLarge) input.reportValidity();
  });

  // Choosing an organisation is enough, no button needed.
  document.addEventListener('change', event => {
    if (event.target.matches('[data-submit-on-change]')) event.target.form.requestSubmit();
  });

  // On a narrow screen the chosen tab may lie outside of it.
  const tab = document.querySelector('.tabs [aria-current]');
  if (tab) tab.parentElement.scrollLeft = tab.offsetLeft - tab.parentElement.offsetLeft - 16;

  // A drawing that is wider than its frame opens where the process stands.
  document.addEventListener('toggle', event => {
    if (!event.target.open) return;
    event.target.querySelectorAll('.diagram').forEach(frame => {
      const here = [...frame.querySelectorAll('g.waiting')].pop();
      if (!here) return;
      const place = here.getBoundingClientRect();
      const edge = frame.getBoundingClientRect();
      frame.scrollLeft += place.left + place.width / 2 - edge.left - edge.width / 2;
    });
  }, true);

  document.documentElement.classList.add('scripted');
  const problems = document.querySelector('.problems');
  if (problems) problems.focus();
})();
