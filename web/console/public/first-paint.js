// Sets theme and language before the first paint, so that a dark screen does not flash white. A file
// of its own, because the content security policy allows no inline script.
(function () {
  var root = document.documentElement;
  var stored = function (key) {
    try {
      return localStorage.getItem(key);
    } catch (e) {
      return null;
    }
  };
  var theme = stored('avow.theme');
  var dark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
  var language = stored('avow.language') || (navigator.language || 'en').slice(0, 2);
  root.lang = language === 'fr' ? 'fr' : 'en';
})();
