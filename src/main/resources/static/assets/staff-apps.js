/* Loaded by Tasklist, Cockpit and Admin, through the hook their configuration offers. */
(function () {
  'use strict';

  // their own log-in is closed: staff log in once, by the staff's door
  function leaveForTheLogIn() {
    if (/^#\/(login|logout)/.test(window.location.hash)) {
      window.location.replace('/staff/login?out');
    }
  }
  window.addEventListener('hashchange', leaveForTheLogIn);
  leaveForTheLogIn();

  function rename() {
    var name = document.title.replace(/^Camunda /, 'partnerflow ');
    if (name !== document.title) {
      document.title = name;
    }
  }
  var title = document.querySelector('title');
  if (title) {
    new MutationObserver(rename).observe(title, { childList: true, characterData: true, subtree: true });
    rename();
  }
})();
