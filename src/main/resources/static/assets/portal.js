// Comforts only: everything works without this file.
(() => {
  'use strict';

  // What came back with the page, refused or kept over a log-in, is typed too.
  let changed = Boolean(document.querySelector('form[data-guard] .problems, form[data-guard][data-typed]'));
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

  document.documentElement.classList.add('scripted');
  const problems = document.querySelector('.problems');
  if (problems) problems.focus();
})();

/* pictures of processes: they keep themselves up to date, and open where something waits */
(() => {
  const PAUSE = 10_000;
  const AT_MOST = 90; // without anybody touching the page; else an open page would keep its log-in for ever
  let left = AT_MOST;
  let busy = false;

  const picture = () => document.getElementById('picture');

  const centre = () => {
    const frame = picture()?.querySelector('.diagram');
    if (!frame) return;
    const here = [...frame.querySelectorAll('.failed[data-element], .waiting[data-element], .running[data-element]')].pop();
    if (!here) return;
    const place = here.getBoundingClientRect();
    const edge = frame.getBoundingClientRect();
    frame.scrollLeft += place.left + place.width / 2 - edge.left - edge.width / 2;
  };

  const fetched = async address => {
    const answer = await fetch(address, { headers: { 'X-Part': 'picture' } });
    if (!answer.ok || answer.redirected) return null;
    return new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('picture');
  };

  const show = (fresh, keepPlace) => {
    const old = picture();
    const frame = old.querySelector('.diagram');
    const [x, y] = [frame.scrollLeft, frame.scrollTop];
    const whole = old.querySelector('.whole input').checked;
    const focused = old.contains(document.activeElement) && document.activeElement;
    const address = focused && focused.getAttribute('href');
    const inFrame = focused === frame;
    old.replaceWith(fresh);
    fresh.querySelector('.whole input').checked = whole;
    if (keepPlace) fresh.querySelector('.diagram').scrollTo(x, y);
    else centre();
    if (inFrame) fresh.querySelector('.diagram').focus({ preventScroll: true });
    else if (address) (fresh.querySelector(`[href="${CSS.escape(address)}"]`) || fresh.querySelector('.diagram')).focus({ preventScroll: true });
  };

  const refresh = async () => {
    const old = picture();
    if (!old || !old.dataset.fresh || document.hidden || busy || left <= 0) return;
    const box = old.getBoundingClientRect();
    if (box.bottom < 0 || box.top > innerHeight) return;
    busy = true;
    left--;
    try {
      const fresh = await fetched(old.dataset.fresh);
      if (fresh && picture() === old) {
        const changed = fresh.dataset.print !== old.dataset.print;
        show(fresh, !changed);
        if (changed) fresh.querySelector('[aria-live]').textContent = fresh.dataset.changed;
      }
    } catch {
      // the line is down; the next try is soon
    } finally {
      busy = false;
    }
  };

  // Another process of the same thing, without losing the place on the page. Without a script it is a page of its own.
  document.addEventListener('click', async event => {
    const link = event.target.closest('#picture a[href^="/pictures/"]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    const address = link.getAttribute('href');
    const fresh = await fetched(address).catch(() => null);
    if (!fresh) {
      location.href = address;
      return;
    }
    show(fresh, false);
    (fresh.querySelector('.tabs [aria-current]') || fresh.querySelector('.diagram')).focus({ preventScroll: true });
  });

  for (const touch of ['pointerdown', 'keydown', 'wheel']) {
    document.addEventListener(touch, () => { left = AT_MOST; }, { passive: true, capture: true });
  }
  if (picture()) {
    centre();
    setInterval(refresh, PAUSE);
    document.addEventListener('visibilitychange', refresh);
  }
})();

// imports: how far a run has come, until it is over
(() => {
  const run = document.querySelector('[data-progress]');
  async function follow() {
    const answer = await fetch(run.dataset.progress, { headers: { Accept: 'text/html' } }).catch(() => null);
    if (!answer) {
      setTimeout(follow, 5000); // nobody answers at the moment
      return;
    }
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const now = page.querySelector('[data-progress]');
    if (!answer.ok || !now) {
      location.reload();
      return;
    }
    run.querySelector('progress').value = now.querySelector('progress').value;
    run.querySelector('label').textContent = now.querySelector('label').textContent;
    setTimeout(follow, 1000);
  }
  if (run) setTimeout(follow, 1000);
})();
// end of imports

// models: of a long picture, the place where something differs is in sight
(() => {
  for (const section of document.querySelectorAll('section:has(> .diagram [data-mark])')) {
    const frames = [...section.querySelectorAll('.diagram')];
    const marked = frames[frames.length - 1].querySelector('g[data-mark=added], [data-mark]');
    if (!marked) continue;
    const frame = marked.closest('.diagram').getBoundingClientRect();
    const place = marked.getBoundingClientRect();
    const left = (place.left + place.right - frame.left - frame.right) / 2;
    const top = (place.top + place.bottom - frame.top - frame.bottom) / 2;
    frames.forEach((one) => one.scrollTo(left, top));
  }
})();
// end of models
