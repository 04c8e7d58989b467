import { SunshineAsk } from "./element";
import { QuoteText } from "./quote-text";
import { readSettings } from "./settings";

const script = document.currentScript;

if (script instanceof HTMLScriptElement && !customElements.get("sunshine-ask")) {
  customElements.define("sunshine-quote", QuoteText);
  customElements.define("sunshine-ask", SunshineAsk);
  const ask = new SunshineAsk(readSettings(script));
  const place = () => document.body.append(ask);
  if (document.body === null) addEventListener("DOMContentLoaded", place, { once: true });
  else place();
}
