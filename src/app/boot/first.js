// Runs before anything is painted: the first mark, and the theme the person chose.
// Written for browsers of any age, so that an old one can still be told what to do.
(function () {
  if (window.performance && performance.mark) performance.mark("kith:start");

  var theme = null;
  try { theme = localStorage.getItem("kith/theme"); } catch (refused) { theme = null; }
  if (theme === "light" || theme === "dark") document.documentElement.setAttribute("data-theme", theme);

  var able = "noModule" in document.createElement("script") && typeof WebAssembly === "object";
  if (able) return;
  document.addEventListener("DOMContentLoaded", function () {
    var opening = document.getElementById("opening");
    opening.className = "opening opening--said";
    opening.textContent = "Kith needs a newer browser than this one. Your book, if you have one here, is untouched. Update the browser, or open Kith in a current Chrome, Edge, Firefox or Safari.";
  });
})();
