"use strict";(()=>{var K=globalThis,Q=K.ShadowRoot&&(K.ShadyCSS===void 0||K.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype,le=Symbol(),_e=new WeakMap,H=class{constructor(e,i,r){if(this._$cssResult$=!0,r!==le)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=e,this.t=i}get styleSheet(){let e=this.o,i=this.t;if(Q&&e===void 0){let r=i!==void 0&&i.length===1;r&&(e=_e.get(i)),e===void 0&&((this.o=e=new CSSStyleSheet).replaceSync(this.cssText),r&&_e.set(i,e))}return e}toString(){return this.cssText}},Se=t=>new H(typeof t=="string"?t:t+"",void 0,le),v=(t,...e)=>{let i=t.length===1?t[0]:e.reduce((r,n,o)=>r+(s=>{if(s._$cssResult$===!0)return s.cssText;if(typeof s=="number")return s;throw Error("Value passed to 'css' function must be a 'css' function result: "+s+". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.")})(n)+t[o+1],t[0]);return new H(i,t,le)},Ee=(t,e)=>{if(Q)t.adoptedStyleSheets=e.map(i=>i instanceof CSSStyleSheet?i:i.styleSheet);else for(let i of e){let r=document.createElement("style"),n=K.litNonce;n!==void 0&&r.setAttribute("nonce",n),r.textContent=i.cssText,t.appendChild(r)}},de=Q?t=>t:t=>t instanceof CSSStyleSheet?(e=>{let i="";for(let r of e.cssRules)i+=r.cssText;return Se(i)})(t):t;var{is:At,defineProperty:_t,getOwnPropertyDescriptor:St,getOwnPropertyNames:Et,getOwnPropertySymbols:kt,getPrototypeOf:Ct}=Object,S=globalThis,ke=S.trustedTypes,Tt=ke?ke.emptyScript:"",Rt=S.reactiveElementPolyfillSupport,U=(t,e)=>t,ce={toAttribute(t,e){switch(e){case Boolean:t=t?Tt:null;break;case Object:case Array:t=t==null?t:JSON.stringify(t)}return t},fromAttribute(t,e){let i=t;switch(e){case Boolean:i=t!==null;break;case Number:i=t===null?null:Number(t);break;case Object:case Array:try{i=JSON.parse(t)}catch{i=null}}return i}},Te=(t,e)=>!At(t,e),Ce={attribute:!0,type:String,converter:ce,reflect:!1,useDefault:!1,hasChanged:Te};Symbol.metadata??(Symbol.metadata=Symbol("metadata")),S.litPropertyMetadata??(S.litPropertyMetadata=new WeakMap);var x=class extends HTMLElement{static addInitializer(e){this._$Ei(),(this.l??(this.l=[])).push(e)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(e,i=Ce){if(i.state&&(i.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(e)&&((i=Object.create(i)).wrapped=!0),this.elementProperties.set(e,i),!i.noAccessor){let r=Symbol(),n=this.getPropertyDescriptor(e,r,i);n!==void 0&&_t(this.prototype,e,n)}}static getPropertyDescriptor(e,i,r){let{get:n,set:o}=St(this.prototype,e)??{get(){return this[i]},set(s){this[i]=s}};return{get:n,set(s){let c=n?.call(this);o?.call(this,s),this.requestUpdate(e,c,r)},configurable:!0,enumerable:!0}}static getPropertyOptions(e){return this.elementProperties.get(e)??Ce}static _$Ei(){if(this.hasOwnProperty(U("elementProperties")))return;let e=Ct(this);e.finalize(),e.l!==void 0&&(this.l=[...e.l]),this.elementProperties=new Map(e.elementProperties)}static finalize(){if(this.hasOwnProperty(U("finalized")))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(U("properties"))){let i=this.properties,r=[...Et(i),...kt(i)];for(let n of r)this.createProperty(n,i[n])}let e=this[Symbol.metadata];if(e!==null){let i=litPropertyMetadata.get(e);if(i!==void 0)for(let[r,n]of i)this.elementProperties.set(r,n)}this._$Eh=new Map;for(let[i,r]of this.elementProperties){let n=this._$Eu(i,r);n!==void 0&&this._$Eh.set(n,i)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(e){let i=[];if(Array.isArray(e)){let r=new Set(e.flat(1/0).reverse());for(let n of r)i.unshift(de(n))}else e!==void 0&&i.push(de(e));return i}static _$Eu(e,i){let r=i.attribute;return r===!1?void 0:typeof r=="string"?r:typeof e=="string"?e.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(e=>this.enableUpdating=e),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(e=>e(this))}addController(e){(this._$EO??(this._$EO=new Set)).add(e),this.renderRoot!==void 0&&this.isConnected&&e.hostConnected?.()}removeController(e){this._$EO?.delete(e)}_$E_(){let e=new Map,i=this.constructor.elementProperties;for(let r of i.keys())this.hasOwnProperty(r)&&(e.set(r,this[r]),delete this[r]);e.size>0&&(this._$Ep=e)}createRenderRoot(){let e=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return Ee(e,this.constructor.elementStyles),e}connectedCallback(){this.renderRoot??(this.renderRoot=this.createRenderRoot()),this.enableUpdating(!0),this._$EO?.forEach(e=>e.hostConnected?.())}enableUpdating(e){}disconnectedCallback(){this._$EO?.forEach(e=>e.hostDisconnected?.())}attributeChangedCallback(e,i,r){this._$AK(e,r)}_$ET(e,i){let r=this.constructor.elementProperties.get(e),n=this.constructor._$Eu(e,r);if(n!==void 0&&r.reflect===!0){let o=(r.converter?.toAttribute!==void 0?r.converter:ce).toAttribute(i,r.type);this._$Em=e,o==null?this.removeAttribute(n):this.setAttribute(n,o),this._$Em=null}}_$AK(e,i){let r=this.constructor,n=r._$Eh.get(e);if(n!==void 0&&this._$Em!==n){let o=r.getPropertyOptions(n),s=typeof o.converter=="function"?{fromAttribute:o.converter}:o.converter?.fromAttribute!==void 0?o.converter:ce;this._$Em=n;let c=s.fromAttribute(i,o.type);this[n]=c??this._$Ej?.get(n)??c,this._$Em=null}}requestUpdate(e,i,r,n=!1,o){if(e!==void 0){let s=this.constructor;if(n===!1&&(o=this[e]),r??(r=s.getPropertyOptions(e)),!((r.hasChanged??Te)(o,i)||r.useDefault&&r.reflect&&o===this._$Ej?.get(e)&&!this.hasAttribute(s._$Eu(e,r))))return;this.C(e,i,r)}this.isUpdatePending===!1&&(this._$ES=this._$EP())}C(e,i,{useDefault:r,reflect:n,wrapped:o},s){r&&!(this._$Ej??(this._$Ej=new Map)).has(e)&&(this._$Ej.set(e,s??i??this[e]),o!==!0||s!==void 0)||(this._$AL.has(e)||(this.hasUpdated||r||(i=void 0),this._$AL.set(e,i)),n===!0&&this._$Em!==e&&(this._$Eq??(this._$Eq=new Set)).add(e))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(i){Promise.reject(i)}let e=this.scheduleUpdate();return e!=null&&await e,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??(this.renderRoot=this.createRenderRoot()),this._$Ep){for(let[n,o]of this._$Ep)this[n]=o;this._$Ep=void 0}let r=this.constructor.elementProperties;if(r.size>0)for(let[n,o]of r){let{wrapped:s}=o,c=this[n];s!==!0||this._$AL.has(n)||c===void 0||this.C(n,void 0,o,c)}}let e=!1,i=this._$AL;try{e=this.shouldUpdate(i),e?(this.willUpdate(i),this._$EO?.forEach(r=>r.hostUpdate?.()),this.update(i)):this._$EM()}catch(r){throw e=!1,this._$EM(),r}e&&this._$AE(i)}willUpdate(e){}_$AE(e){this._$EO?.forEach(i=>i.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(e)),this.updated(e)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(e){return!0}update(e){this._$Eq&&(this._$Eq=this._$Eq.forEach(i=>this._$ET(i,this[i]))),this._$EM()}updated(e){}firstUpdated(e){}};x.elementStyles=[],x.shadowRootOptions={mode:"open"},x[U("elementProperties")]=new Map,x[U("finalized")]=new Map,Rt?.({ReactiveElement:x}),(S.reactiveElementVersions??(S.reactiveElementVersions=[])).push("2.1.2");var D=globalThis,Re=t=>t,J=D.trustedTypes,Me=J?J.createPolicy("lit-html",{createHTML:t=>t}):void 0,Ue="$lit$",E=`lit$${Math.random().toFixed(9).slice(2)}$`,ze="?"+E,Mt=`<${ze}>`,T=document,I=()=>T.createComment(""),V=t=>t===null||typeof t!="object"&&typeof t!="function",ve=Array.isArray,Lt=t=>ve(t)||typeof t?.[Symbol.iterator]=="function",pe=`[ 	
\f\r]`,z=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,Le=/-->/g,Ne=/>/g,k=RegExp(`>|${pe}(?:([^\\s"'>=/]+)(${pe}*=${pe}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),Oe=/'/g,Pe=/"/g,De=/^(?:script|style|textarea|title)$/i,ye=t=>(e,...i)=>({_$litType$:t,strings:e,values:i}),l=ye(1),g=ye(2),Oi=ye(3),R=Symbol.for("lit-noChange"),a=Symbol.for("lit-nothing"),He=new WeakMap,C=T.createTreeWalker(T,129);function Ie(t,e){if(!ve(t)||!t.hasOwnProperty("raw"))throw Error("invalid template strings array");return Me!==void 0?Me.createHTML(e):e}var Nt=(t,e)=>{let i=t.length-1,r=[],n,o=e===2?"<svg>":e===3?"<math>":"",s=z;for(let c=0;c<i;c++){let d=t[c],h,u,p=-1,w=0;for(;w<d.length&&(s.lastIndex=w,u=s.exec(d),u!==null);)w=s.lastIndex,s===z?u[1]==="!--"?s=Le:u[1]!==void 0?s=Ne:u[2]!==void 0?(De.test(u[2])&&(n=RegExp("</"+u[2],"g")),s=k):u[3]!==void 0&&(s=k):s===k?u[0]===">"?(s=n??z,p=-1):u[1]===void 0?p=-2:(p=s.lastIndex-u[2].length,h=u[1],s=u[3]===void 0?k:u[3]==='"'?Pe:Oe):s===Pe||s===Oe?s=k:s===Le||s===Ne?s=z:(s=k,n=void 0);let _=s===k&&t[c+1].startsWith("/>")?" ":"";o+=s===z?d+Mt:p>=0?(r.push(h),d.slice(0,p)+Ue+d.slice(p)+E+_):d+E+(p===-2?c:_)}return[Ie(t,o+(t[i]||"<?>")+(e===2?"</svg>":e===3?"</math>":"")),r]},q=class t{constructor({strings:e,_$litType$:i},r){let n;this.parts=[];let o=0,s=0,c=e.length-1,d=this.parts,[h,u]=Nt(e,i);if(this.el=t.createElement(h,r),C.currentNode=this.el.content,i===2||i===3){let p=this.el.content.firstChild;p.replaceWith(...p.childNodes)}for(;(n=C.nextNode())!==null&&d.length<c;){if(n.nodeType===1){if(n.hasAttributes())for(let p of n.getAttributeNames())if(p.endsWith(Ue)){let w=u[s++],_=n.getAttribute(p).split(E),B=/([.?@])?(.*)/.exec(w);d.push({type:1,index:o,name:B[2],strings:_,ctor:B[1]==="."?ue:B[1]==="?"?me:B[1]==="@"?fe:N}),n.removeAttribute(p)}else p.startsWith(E)&&(d.push({type:6,index:o}),n.removeAttribute(p));if(De.test(n.tagName)){let p=n.textContent.split(E),w=p.length-1;if(w>0){n.textContent=J?J.emptyScript:"";for(let _=0;_<w;_++)n.append(p[_],I()),C.nextNode(),d.push({type:2,index:++o});n.append(p[w],I())}}}else if(n.nodeType===8)if(n.data===ze)d.push({type:2,index:o});else{let p=-1;for(;(p=n.data.indexOf(E,p+1))!==-1;)d.push({type:7,index:o}),p+=E.length-1}o++}}static createElement(e,i){let r=T.createElement("template");return r.innerHTML=e,r}};function L(t,e,i=t,r){if(e===R)return e;let n=r!==void 0?i._$Co?.[r]:i._$Cl,o=V(e)?void 0:e._$litDirective$;return n?.constructor!==o&&(n?._$AO?.(!1),o===void 0?n=void 0:(n=new o(t),n._$AT(t,i,r)),r!==void 0?(i._$Co??(i._$Co=[]))[r]=n:i._$Cl=n),n!==void 0&&(e=L(t,n._$AS(t,e.values),n,r)),e}var he=class{constructor(e,i){this._$AV=[],this._$AN=void 0,this._$AD=e,this._$AM=i}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(e){let{el:{content:i},parts:r}=this._$AD,n=(e?.creationScope??T).importNode(i,!0);C.currentNode=n;let o=C.nextNode(),s=0,c=0,d=r[0];for(;d!==void 0;){if(s===d.index){let h;d.type===2?h=new j(o,o.nextSibling,this,e):d.type===1?h=new d.ctor(o,d.name,d.strings,this,e):d.type===6&&(h=new ge(o,this,e)),this._$AV.push(h),d=r[++c]}s!==d?.index&&(o=C.nextNode(),s++)}return C.currentNode=T,n}p(e){let i=0;for(let r of this._$AV)r!==void 0&&(r.strings!==void 0?(r._$AI(e,r,i),i+=r.strings.length-2):r._$AI(e[i])),i++}},j=class t{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(e,i,r,n){this.type=2,this._$AH=a,this._$AN=void 0,this._$AA=e,this._$AB=i,this._$AM=r,this.options=n,this._$Cv=n?.isConnected??!0}get parentNode(){let e=this._$AA.parentNode,i=this._$AM;return i!==void 0&&e?.nodeType===11&&(e=i.parentNode),e}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(e,i=this){e=L(this,e,i),V(e)?e===a||e==null||e===""?(this._$AH!==a&&this._$AR(),this._$AH=a):e!==this._$AH&&e!==R&&this._(e):e._$litType$!==void 0?this.$(e):e.nodeType!==void 0?this.T(e):Lt(e)?this.k(e):this._(e)}O(e){return this._$AA.parentNode.insertBefore(e,this._$AB)}T(e){this._$AH!==e&&(this._$AR(),this._$AH=this.O(e))}_(e){this._$AH!==a&&V(this._$AH)?this._$AA.nextSibling.data=e:this.T(T.createTextNode(e)),this._$AH=e}$(e){let{values:i,_$litType$:r}=e,n=typeof r=="number"?this._$AC(e):(r.el===void 0&&(r.el=q.createElement(Ie(r.h,r.h[0]),this.options)),r);if(this._$AH?._$AD===n)this._$AH.p(i);else{let o=new he(n,this),s=o.u(this.options);o.p(i),this.T(s),this._$AH=o}}_$AC(e){let i=He.get(e.strings);return i===void 0&&He.set(e.strings,i=new q(e)),i}k(e){ve(this._$AH)||(this._$AH=[],this._$AR());let i=this._$AH,r,n=0;for(let o of e)n===i.length?i.push(r=new t(this.O(I()),this.O(I()),this,this.options)):r=i[n],r._$AI(o),n++;n<i.length&&(this._$AR(r&&r._$AB.nextSibling,n),i.length=n)}_$AR(e=this._$AA.nextSibling,i){for(this._$AP?.(!1,!0,i);e!==this._$AB;){let r=Re(e).nextSibling;Re(e).remove(),e=r}}setConnected(e){this._$AM===void 0&&(this._$Cv=e,this._$AP?.(e))}},N=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(e,i,r,n,o){this.type=1,this._$AH=a,this._$AN=void 0,this.element=e,this.name=i,this._$AM=n,this.options=o,r.length>2||r[0]!==""||r[1]!==""?(this._$AH=Array(r.length-1).fill(new String),this.strings=r):this._$AH=a}_$AI(e,i=this,r,n){let o=this.strings,s=!1;if(o===void 0)e=L(this,e,i,0),s=!V(e)||e!==this._$AH&&e!==R,s&&(this._$AH=e);else{let c=e,d,h;for(e=o[0],d=0;d<o.length-1;d++)h=L(this,c[r+d],i,d),h===R&&(h=this._$AH[d]),s||(s=!V(h)||h!==this._$AH[d]),h===a?e=a:e!==a&&(e+=(h??"")+o[d+1]),this._$AH[d]=h}s&&!n&&this.j(e)}j(e){e===a?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,e??"")}},ue=class extends N{constructor(){super(...arguments),this.type=3}j(e){this.element[this.name]=e===a?void 0:e}},me=class extends N{constructor(){super(...arguments),this.type=4}j(e){this.element.toggleAttribute(this.name,!!e&&e!==a)}},fe=class extends N{constructor(e,i,r,n,o){super(e,i,r,n,o),this.type=5}_$AI(e,i=this){if((e=L(this,e,i,0)??a)===R)return;let r=this._$AH,n=e===a&&r!==a||e.capture!==r.capture||e.once!==r.once||e.passive!==r.passive,o=e!==a&&(r===a||n);n&&this.element.removeEventListener(this.name,this,r),o&&this.element.addEventListener(this.name,this,e),this._$AH=e}handleEvent(e){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,e):this._$AH.handleEvent(e)}},ge=class{constructor(e,i,r){this.element=e,this.type=6,this._$AN=void 0,this._$AM=i,this.options=r}get _$AU(){return this._$AM._$AU}_$AI(e){L(this,e)}};var Ot=D.litHtmlPolyfillSupport;Ot?.(q,j),(D.litHtmlVersions??(D.litHtmlVersions=[])).push("3.3.3");var Ve=(t,e,i)=>{let r=i?.renderBefore??e,n=r._$litPart$;if(n===void 0){let o=i?.renderBefore??null;r._$litPart$=n=new j(e.insertBefore(I(),o),o,void 0,i??{})}return n._$AI(t),n};var F=globalThis,b=class extends x{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){var i;let e=super.createRenderRoot();return(i=this.renderOptions).renderBefore??(i.renderBefore=e.firstChild),e}update(e){let i=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(e),this._$Do=Ve(i,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return R}};b._$litElement$=!0,b.finalized=!0,F.litElementHydrateSupport?.({LitElement:b});var Pt=F.litElementPolyfillSupport;Pt?.({LitElement:b});(F.litElementVersions??(F.litElementVersions=[])).push("4.2.2");var Y=class{constructor(e){this.host=e;this.shown="";e.addController(this)}hostDisconnected(){this.forget()}moveTo(e){this.host.updateComplete.then(()=>{this.find(e)?.focus({preventScroll:!0})})}showNewest(e,i){e!==this.shown&&(this.shown=e,requestAnimationFrame(()=>this.scrollToNewest(i)))}forget(){this.shown=""}turnRound(e){let i=this.host.renderRoot.querySelectorAll(".panel :is(button, textarea)"),[r,n]=[i[0],i[i.length-1]],o=e.shiftKey?r:n;o===void 0||this.host.shadowRoot?.activeElement!==o||(e.preventDefault(),(e.shiftKey?n:r)?.focus())}scrollToNewest(e){let i=this.find(e),r=Array.from(this.host.renderRoot.querySelectorAll(".citizen")).pop();if(i===null||r===void 0)return;let n=r.getBoundingClientRect().top-i.getBoundingClientRect().top;i.scrollTop+=n-12}find(e){return this.host.renderRoot.querySelector(e)}};var f={ask:y(g`<path d="M4 5h16v11h-9l-5 4v-4H4z"/><path d="M8 9.5h8M8 12.5h5"/>`),big:y(g`<path d="M3 19 8.5 5 14 19M5 14h7"/><path d="M18 8v8M14.5 12h7"/>`),contrast:y(g`<circle cx="12" cy="12" r="8.5"/>
    <path d="M12 3.5v17a8.5 8.5 0 0 0 0-17z" fill="currentColor"/>`),clear:y(g`<path d="M4 7h16M9 7V4h6v3M6.5 7l1 13h9l1-13M10 11v5M14 11v5"/>`),close:y(g`<path d="m6 6 12 12M18 6 6 18"/>`),send:y(g`<path d="M4 12 20 4l-5 16-3.5-6.5z"/><path d="m11.5 13.5 4-4"/>`),valid:y(g`<circle cx="12" cy="12" r="8.5"/><path d="m8 12.3 2.8 2.8L16 9.5"/>`),caution:y(g`<path d="M12 4 21 20H3z"/><path d="M12 10v4.5M12 17v.6"/>`),invalid:y(g`<circle cx="12" cy="12" r="8.5"/><path d="m9 9 6 6M15 9l-6 6"/>`),outside:y(g`<path d="M14 4h6v6M20 4l-9 9"/><path d="M18 14v6H4V6h6"/>`),retry:y(g`<path d="M19 12a7 7 0 1 1-2.2-5.1"/><path d="M19.5 3.5v4.2h-4.2"/>`)};function y(t){return l`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"
    fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round"
    stroke-linejoin="round">${t}</svg>`}var X=500,Ht=400,Ut=4,zt=229,G=class{constructor(e,i,r){this.host=e;this.busy=i;this.send=r;this.draft="";this.composing=!1;this.write=e=>{let i=e.target;this.draft=i.value,It(i),this.host.requestUpdate()};this.key=e=>{e.key!=="Enter"||e.shiftKey||e.isComposing||this.composing||e.keyCode===zt||this.submit(e)};this.submit=e=>{e.preventDefault();let i=this.draft.trim();this.busy()||i===""||qe(this.draft)>X||(this.draft="",this.send(i),this.host.requestUpdate())};e.addController(this)}hostConnected(){this.composing=!1}hostUpdated(){let e=this.host.renderRoot.querySelector("textarea");e!==null&&this.draft===""&&(e.rows=1)}view(){let e=qe(this.draft),i=e>X;return l`
      <form class="composer" @submit=${this.submit}>
        <label class="unseen" for="question">请输入您的问题</label>
        <textarea id="question" rows="1" autocomplete="off" enterkeyhint="send"
          placeholder="请输入您的问题" aria-describedby="count privacy" aria-invalid=${i}
          .value=${this.draft} @input=${this.write} @keydown=${this.key}
          @compositionstart=${()=>{this.composing=!0}}
          @compositionend=${()=>{this.composing=!1}}></textarea>
        <button type="submit" class="send" aria-disabled=${i||this.busy()}>
          ${f.send}<span>发送</span>
        </button>
        <p id="count" class=${i?"count over":"count"} role=${i?"alert":a}>
          ${Dt(e)}
        </p>
      </form>
    `}};function qe(t){return Array.from(t.trim()).length}function Dt(t){return t>X?`超出${t-X}个字，请删减后再发送`:t>=Ht?`还可以输入${X-t}个字`:""}function It(t){for(t.rows=1;t.rows<Ut&&t.scrollHeight>t.clientHeight;)t.rows+=1}function je(t){return Array.isArray(t)?t.slice(0,8).filter($).map(Vt).filter(Bt):[]}function ee(t){return{type:Wt(t.type),id:m(t.id),status:m(t.status)??"",text:O(t.text,4e3)??"",quotes:Z(t.quotes,qt),interpretations:Z(t.interpretations,jt),near:Z(t.near,Ft),receipt:m(t.receipt),buttons:Fe(t.buttons),note:O(t.note,4e3)}}function $(t){return typeof t=="object"&&t!==null&&!Array.isArray(t)}function Vt(t){let e=$(t.custom)?ee(t.custom):ee({type:"notice",text:t.text});return{...e,buttons:[...e.buttons,...Fe(t.buttons)]}}function qt(t){return{...be(t),text:O(t.text,2e4)??"",number:m(t.number),article:m(t.article),effective:m(t.effective),validity:m(t.validity),validityNote:m(t.validity_note??t.validityNote),replacedBy:m(t.replaced_by??t.replacedBy)}}function jt(t){return{...be(t),text:O(t.text,2e4)??""}}function Ft(t){return{...be(t),number:m(t.number),validity:m(t.validity),why:m(t.why)}}function be(t){return{title:m(t.title)??"",issuer:m(t.issuer),published:m(t.published),url:Xt(t.url)}}function Fe(t){return Z(t,e=>({title:m(e.title)??"",payload:m(e.payload)??""})).filter(e=>e.title!==""&&e.payload!=="")}function Xt(t){let e=O(t,2e3);if(e===null)return null;try{let{protocol:i,href:r}=new URL(e);return i==="https:"||i==="http:"?r:null}catch{return null}}function Wt(t){return t==="answer"||t==="no_answer"?t:"notice"}function Z(t,e){return Array.isArray(t)?t.slice(0,12).filter($).map(e):[]}function m(t){return O(t,400)}function O(t,e){return typeof t!="string"||t.trim()===""?null:t.length>e?`${t.slice(0,e)}…`:t}function Bt(t){return t.text!==""||t.quotes.length>0||t.near.length>0}var A=class extends Error{constructor(i){super(i);this.sentence=i}},Kt=15e3,Qt=200,Jt="现在没有网络。请连上网络后，再点“重试”。",Yt="没有连上问答服务。请检查网络，再点“重试”。",Gt="等了15秒还没有收到回答。请点“重试”再问一次。",Xe="问答服务暂时不能回答。请过一会儿点“重试”。";async function We(t,e,i,r){if(!navigator.onLine)throw new A(Jt);let n=new AbortController,o=!1,s=setTimeout(()=>{o=!0,n.abort()},Kt),c=()=>n.abort();r.addEventListener("abort",c);try{return await Zt(t,e,i,n.signal)}catch(d){throw d instanceof A?d:new A(o?Gt:Yt)}finally{clearTimeout(s),r.removeEventListener("abort",c)}}async function Zt(t,e,{message:i,about:r},n){let o=await fetch(`${t}/webhook`,{method:"POST",headers:{"Content-Type":"application/json"},body:JSON.stringify(r===null?{sender:e,message:i}:{sender:e,message:i,about:r}),credentials:"omit",referrerPolicy:"no-referrer",signal:n}),s=ei(await o.text());if(!o.ok)throw new A(ti(s)??Xe);let c=je(s);if(c.length===0)throw new A(Xe);return c}function ei(t){try{return JSON.parse(t)}catch{return null}}function ti(t){return!$(t)||typeof t.error!="string"?null:t.error.trim().slice(0,Qt)||null}var Be=1,ii=1440*60*1e3,ri=60,ni=/^[0-9a-f]{32}$/;function te(){let t=crypto.getRandomValues(new Uint8Array(16));return Array.from(t,e=>e.toString(16).padStart(2,"0")).join("")}function ie(t){return`sunshine-ask/${Be}/conversation/${t}`}function $e(t){let e=Ge(ie(t));if(!$(e)||typeof e.saved!="number")return null;let i=Date.now()-e.saved;if(i<0||i>ii||typeof e.sender!="string"||!ni.test(e.sender))return null;let r=Array.isArray(e.entries)?e.entries.flatMap(oi):[];return{sender:e.sender,entries:r}}function Ke(t,{sender:e,entries:i}){let r=i.slice(-ri);Ze(ie(t),{saved:Date.now(),sender:e,entries:r})}var Qe=`sunshine-ask/${Be}/display`;function Je(){let t=Ge(Qe);return $(t)?{big:t.big===!0,contrast:t.contrast===!0}:{big:!1,contrast:!1}}function Ye(t){Ze(Qe,t)}function oi(t){if(!$(t))return[];if(t.from==="citizen"&&typeof t.text=="string"){let r=typeof t.about=="string"?t.about:null;return[{from:"citizen",text:t.text,about:r}]}if(t.from!=="service"||!$(t.card))return[];let i=(Array.isArray(t.pressed)?t.pressed:[]).filter(r=>typeof r=="string");return[{from:"service",card:ee(t.card),pressed:i}]}function Ge(t){try{return JSON.parse(localStorage.getItem(t)??"null")}catch{return null}}function Ze(t,e){try{localStorage.setItem(t,JSON.stringify(e))}catch{return}}var si=/^(\d{4})-(\d{2})-(\d{2})/;function et(t){let e=si.exec(t);return e===null?t:`${e[1]}年${Number(e[2])}月${Number(e[3])}日`}function P(t){return t.startsWith("《")&&t.indexOf("》")===t.length-1?t:`《${t.replace(/《/g,"〈").replace(/》/g,"〉")}》`}function re(t,e){return[t===null?"":`${et(t)}发布`,e===null?"":`${et(e)}起施行`].filter(i=>i!=="").join("，")}function ne(t){return t.filter(e=>e!==null&&e!=="").join(" · ")}function tt(t){let e=t.map(n=>n.text).filter(n=>n!=="").join(" "),i=t.reduce((n,o)=>n+o.quotes.length,0),r=t.reduce((n,o)=>n+o.near.length,0);return[`收到回答：${e}`,i>0?`引用文件原文${i}处。`:"",r>0?`另有相近文件${r}份。`:""].join("")}var ai=300,li="正在查找已公布的文件，请稍候。",di="对话已清空。",ci="上次的提问没有收到回答。请点“重试”再问一次。",it=["有帮助","没帮助"],oe=class{constructor(e,i){this.base=e;this.changed=i;this.entries=[];this.failure=null;this.pending=!1;this.waiting=!1;this.announcement="";this.sender=te();this.dropped=new AbortController;this.follow=e=>{e.key===ie(this.base)&&(this.pending&&$e(this.base)?.sender===this.sender||(this.drop(),this.restore(),this.changed()))};this.restore()}send(e,i=null){this.pending||(this.entries=[...this.entries,{from:"citizen",text:e,about:i}],this.exchange({message:e,about:i}))}press(e,i){if(this.pending||we(e,i))return;let r=[...e.pressed,i];this.entries=this.entries.map(n=>n===e?{...e,pressed:r}:n),this.send(i,e.card.id)}retry(){this.failure!==null&&!this.pending&&this.exchange(this.failure)}clear(){this.drop(),this.sender=te(),this.entries=[],this.failure=null,this.announcement=di,this.keep()}announce(e){this.announcement=e,this.changed()}drop(){this.dropped.abort(),this.dropped=new AbortController,this.pending=this.waiting=!1}async exchange(e){this.failure=null,this.pending=!0,this.announcement="";let{signal:i}=this.dropped,r=setTimeout(()=>this.showWaiting(i),ai);this.keep();try{let n=await We(this.base,this.sender,e,i);i.aborted||this.receive(n)}catch(n){i.aborted||this.fail(e,n)}finally{clearTimeout(r)}}showWaiting(e){e.aborted||(this.waiting=!0,this.announce(li))}receive(e){let i=e.map(r=>({from:"service",card:r,pressed:[]}));this.entries=[...this.entries,...i],this.pending=this.waiting=!1,this.announcement=tt(e),this.keep()}fail(e,i){if(!(i instanceof A))throw i;this.failure={...e,sentence:i.sentence},this.pending=this.waiting=!1,this.announce(i.sentence)}restore(){let e=$e(this.base);this.sender=e?.sender??te(),this.entries=e?.entries??[],this.failure=null;let i=this.entries[this.entries.length-1];i?.from==="citizen"&&(this.failure={message:i.text,about:i.about,sentence:ci})}keep(){Ke(this.base,{sender:this.sender,entries:this.entries}),this.changed()}};function we({pressed:t},e){return t.includes(e)?!0:it.includes(e)&&t.some(i=>it.includes(i))}async function rt(t,e){try{return await navigator.clipboard.writeText(t),!0}catch{return pi(t,e)}}function pi(t,e){let i=e instanceof ShadowRoot?e.activeElement:document.activeElement,r=document.createElement("textarea");r.className="unseen",r.readOnly=!0,r.value=t,e.append(r),r.select();let n=document.execCommand("copy");return r.remove(),i instanceof HTMLElement&&i.focus({preventScroll:!0}),n}var se=class{constructor(e,i,r){this.stored=i;this.networkChanged=r;this.online=navigator.onLine;this.check=()=>{this.online=navigator.onLine,this.networkChanged(this.online)};e.addController(this)}hostConnected(){addEventListener("storage",this.stored),addEventListener("online",this.check),addEventListener("offline",this.check)}hostDisconnected(){removeEventListener("storage",this.stored),removeEventListener("online",this.check),removeEventListener("offline",this.check)}};var hi="(max-width: 37.5em), (max-height: 30em)";var ae=class{constructor(e,i){this.host=e;this.isOpen=i;this.modal=!1;this.short=!1;this.query=matchMedia(hi);this.size=new CSSStyleSheet;this.still=new CSSStyleSheet;this.hidden=[];this.measure=()=>{let e=window.visualViewport,i=e===null||e.scale>1.01,r=i?window.innerHeight:e.height,n=i?0:e.offsetTop;this.size.replaceSync(`:host { --seen-height: ${r}px; --seen-top: ${n}px; }`),this.modal=this.query.matches,this.short=this.modal&&r<400,this.host.requestUpdate()};this.still.replaceSync("html { overflow: hidden; }"),e.addController(this)}hostConnected(){let e=this.host.renderRoot;e instanceof ShadowRoot&&!e.adoptedStyleSheets.includes(this.size)&&(e.adoptedStyleSheets=[...e.adoptedStyleSheets,this.size]),this.query.addEventListener("change",this.measure),window.visualViewport?.addEventListener("resize",this.measure),window.visualViewport?.addEventListener("scroll",this.measure),this.measure()}hostDisconnected(){this.query.removeEventListener("change",this.measure),window.visualViewport?.removeEventListener("resize",this.measure),window.visualViewport?.removeEventListener("scroll",this.measure),this.reveal()}hostUpdated(){this.isOpen()&&this.modal?this.conceal():this.reveal()}conceal(){if(this.hidden.length>0)return;let e=Array.from(document.body.children).filter(i=>i instanceof HTMLElement&&i!==this.host);this.hidden=e.filter(i=>!i.inert);for(let i of this.hidden)i.inert=!0;document.adoptedStyleSheets=[...document.adoptedStyleSheets,this.still]}reveal(){for(let e of this.hidden)e.inert=!1;this.hidden=[],document.adoptedStyleSheets=document.adoptedStyleSheets.filter(e=>e!==this.still)}};var nt=v`
  .card {
    padding: 0.9em 1em; border: 1px solid var(--line);
    border-radius: 0.2em 0.9em 0.9em 0.9em; background: var(--paper);
  }
  .says { white-space: pre-line; }
  .says:empty { display: none; }
  .card section { margin-top: 0.9em; }
  h3 { margin-bottom: 0.4em; color: var(--quiet); font-size: 0.9em; font-weight: 600; }

  .quote, .interpretation {
    padding: 0.8em 0.9em 0.7em; border-inline-start: 0.25em solid var(--brand);
    border-radius: 0.15em 0.5em 0.5em 0.15em; background: var(--tint);
  }
  .quote + .quote, .interpretation + .interpretation { margin-top: 0.75em; }
  .interpretation {
    border: 1px dashed var(--sand-line); border-radius: 0.5em; background: var(--sand);
  }
  sunshine-quote { display: block; }
  .verbatim { white-space: pre-line; overflow-wrap: anywhere; }
  .folded {
    display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 6; overflow: hidden;
  }
  .fold {
    min-height: max(2.75em, 44px); margin-bottom: -0.4em; padding: 0 0.4em 0 0; border: 0;
    border-radius: 0.25em; background: none; color: var(--link); font-weight: 600;
    text-decoration: underline; text-underline-offset: 0.2em;
  }
  footer { margin-top: 0.6em; padding-top: 0.6em; border-top: 1px solid var(--line); }
  .cite { font-size: 0.95em; font-weight: 600; }
  .cite .part { display: inline-block; margin-inline-end: 0.25em; font-weight: 400; }
  .meta { color: var(--quiet); font-size: 0.9em; }
  .meta:empty { display: none; }
  .standing {
    display: flex; flex-wrap: wrap; align-items: center; gap: 0.3em 0.6em; margin-top: 0.35em;
  }
  .standing-note, .why, .replaced { font-size: 0.9em; }
  .replaced { margin-top: 0.3em; color: var(--invalid); }
  .badge {
    display: inline-flex; align-items: center; gap: 0.25em; padding: 0.05em 0.6em 0.05em 0.4em;
    border: 1px solid currentColor; border-radius: 1em; font-size: 0.875em; font-weight: 600;
  }
  .valid { background: var(--valid-ground); color: var(--valid); }
  .caution { background: var(--caution-ground); color: var(--caution); }
  .invalid { background: var(--invalid-ground); color: var(--invalid); }

  .original {
    display: inline-flex; align-items: center; gap: 0.3em; min-height: max(2.75em, 44px);
    margin-bottom: -0.4em; border-radius: 0.25em; color: var(--link); font-weight: 600;
    text-decoration: underline; text-underline-offset: 0.2em;
  }
  .original .icon { width: 1em; height: 1em; }

  .nears { list-style: none; }
  .near { padding: 0.7em 0; border-top: 1px solid var(--line); }
  .near:first-child { border-top: 0; padding-top: 0; }
  .why { margin-top: 0.3em; }

  .receipt {
    display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between;
    gap: 0.5em; margin-top: 0.9em; padding: 0.5em 0.5em 0.5em 0.9em; border-radius: 0.5em;
    border: 1px dashed var(--edge); background: var(--ground);
  }
  .receipt strong { letter-spacing: 0.06em; font-weight: 700; }

  .choices { display: flex; flex-wrap: wrap; gap: 0.6em; }
  .card .choices { margin-top: 0.9em; }
  .choice { border-radius: 1.4em; }
  .choice[aria-disabled="true"] { border-color: var(--edge); color: var(--quiet); }
  .choice[aria-pressed="true"] { border-style: dashed; background: var(--ground); }
  .note { margin-top: 0.8em; color: var(--quiet); font-size: 0.85em; }
`;var ot=v`
  .composer {
    flex: none; display: flex; flex-wrap: wrap; align-items: flex-end; gap: 0.6em;
    padding: 0.8em 1.1em 0; border-top: 1px solid var(--line); background: var(--paper);
  }
  textarea {
    flex: 1 1 8em; min-width: 0; min-height: max(2.9em, 44px); padding: 0.55em 0.8em;
    border: 1px solid var(--edge); border-radius: 0.6em; background: var(--paper);
    line-height: 1.6; resize: none;
  }
  textarea::placeholder { color: var(--quiet); opacity: 1; }
  textarea:focus-visible { outline: 2px solid var(--link); outline-offset: 0; }
  textarea[aria-invalid="true"] { border: 2px solid var(--invalid); }
  .send {
    display: inline-flex; align-items: center; gap: 0.35em; min-height: max(2.9em, 44px);
    padding: 0 1.1em; border: 1px solid var(--brand); border-radius: 0.6em;
    background: var(--brand); color: var(--on-brand); font-weight: 600;
  }
  @media (hover: hover) { .send:hover { background: var(--brand-deep); } }
  .send[aria-disabled="true"] {
    border-color: var(--edge); background: var(--ground); color: var(--quiet);
  }
  .count { flex: 1 0 100%; color: var(--quiet); font-size: 0.85em; }
  .count:empty { display: none; }
  .count.over { color: var(--invalid); font-weight: 600; }
  .privacy {
    flex: none; padding: 0.5em 1.3em 0.8em; background: var(--paper); color: var(--quiet);
    font-size: 0.85em; padding-bottom: max(0.8em, env(safe-area-inset-bottom));
  }
`;var st=v`
  .launcher {
    position: fixed; z-index: 2147483000; inset: auto 1.5rem 1.5rem auto;
    inset-block-end: max(1.5rem, env(safe-area-inset-bottom));
    display: flex; align-items: center; gap: 0.5em; min-height: max(3.5em, 44px);
    padding: 0.6em 1.35em 0.6em 1.1em; border: 2px solid var(--paper); border-radius: 2em;
    background: var(--brand); color: var(--on-brand); font-weight: 600; letter-spacing: 0.04em;
    box-shadow: 0 0.4em 1.4em rgb(16 42 80 / 0.28);
  }
  .unread {
    padding: 0 0.6em; border-radius: 1em; background: var(--paper); color: var(--brand);
    font-size: 0.85em;
  }

  .panel {
    position: fixed; z-index: 2147483000; right: 1.5rem; bottom: 1.5rem;
    display: flex; flex-direction: column; width: min(27em, calc(100vw - 3rem));
    height: min(44em, calc(100vh - 3rem)); overflow: hidden; border: 1px solid var(--edge);
    border-radius: 0.9em; background: var(--paper);
    box-shadow: 0 1em 3em rgb(16 42 80 / 0.26); animation: arrive 0.18s ease-out;
  }
  .modal .panel {
    inset: var(--seen-top, 0) 0 auto 0; width: 100%; height: var(--seen-height, 100%);
    border: 0; border-radius: 0; animation: none;
  }
  .short .panel { display: block; overflow: auto; }
  @keyframes arrive { from { opacity: 0; transform: translateY(0.75em); } }
  @media (prefers-reduced-motion: reduce) { .panel { animation: none; } }

  header {
    flex: none; display: flex; flex-wrap: wrap; align-items: center; gap: 0.25em 0.75em;
    padding: 0.5em 0.6em 0.5em 1.1em; background: var(--brand); color: var(--on-brand);
  }
  h2 { flex: 1 0 auto; font-size: 1.15em; font-weight: 700; letter-spacing: 0.05em; }
  .tools { display: flex; flex-wrap: wrap; gap: 0.15em; }
  .tool {
    display: flex; flex-direction: column; align-items: center; justify-content: center;
    gap: 0.1em; min-width: max(3.1em, 44px); min-height: max(3.1em, 44px); padding: 0.2em 0.3em;
    border: 1px solid transparent; border-radius: 0.5em; background: none; color: inherit;
    line-height: 1.5;
  }
  .tool span { font-size: 0.75em; }
  .tool[aria-pressed="true"] { background: var(--on-brand); color: var(--brand); }
  header :focus-visible { outline-color: var(--on-brand); outline-offset: 1px; }

  .clearing, .offline {
    flex: none; padding: 0.75em 1.1em; border-bottom: 1px solid var(--line);
    background: var(--caution-ground); color: var(--caution);
  }
  .clearing p { margin-bottom: 0.5em; font-weight: 600; }
  .clearing .plain { border-color: currentColor; color: var(--ink); }
  .clearing .sure { color: var(--invalid); }
  .offline { display: flex; align-items: center; gap: 0.5em; }

  @media (hover: hover) {
    .launcher:hover { background: var(--brand-deep); }
    .tool:hover { border-color: currentColor; }
  }
  @media (forced-colors: active) {
    .panel, .launcher, .card, .tool, .turn, .badge, .send { border: 1px solid CanvasText; }
    .tool[aria-pressed="true"], .choice[aria-pressed="true"] { border: 3px solid Highlight; }
  }
`;var at=v`
  .log {
    flex: 1 1 auto; min-height: 0; padding: 1.1em; overflow: auto; overscroll-behavior: contain;
    background: var(--ground); overflow-wrap: anywhere;
  }
  .short .log { overflow: visible; }
  .log:focus-visible { outline-offset: -3px; }
  .turn { margin-top: 1em; }
  .turn:first-child { margin-top: 0; }
  .citizen { display: flex; justify-content: flex-end; padding-inline-start: 2.5em; }
  .citizen > span:last-child {
    padding: 0.55em 0.95em; border: 1px solid var(--brand);
    border-radius: 0.9em 0.9em 0.2em 0.9em; background: var(--brand); color: var(--on-brand);
    white-space: pre-wrap;
  }

  .starters { display: grid; gap: 0.6em; margin-top: 1.25em; }
  .starters h3 { color: var(--quiet); font-size: 0.9em; }
  .starter { justify-self: start; border-color: var(--edge); border-radius: 1.4em; }

  .waiting { display: flex; align-items: center; gap: 0.6em; color: var(--quiet); }
  .dots { display: inline-flex; gap: 0.3em; }
  .dots i {
    width: 0.5em; height: 0.5em; border-radius: 50%; background: var(--brand);
    animation: breathe 1.2s infinite ease-in-out;
  }
  .dots i:nth-child(2) { animation-delay: 0.15s; }
  .dots i:nth-child(3) { animation-delay: 0.3s; }
  @keyframes breathe { 0%, 80%, 100% { opacity: 0.3; } 40% { opacity: 1; } }
  @media (prefers-reduced-motion: reduce) { .dots i { animation: none; } }
  @media (forced-colors: active) { .dots i { background: CanvasText; } }

  .failure {
    padding: 0.8em 1em; border: 1px solid var(--invalid); border-radius: 0.75em;
    background: var(--invalid-ground); color: var(--invalid);
  }
  .failure p { display: flex; gap: 0.5em; margin-bottom: 0.6em; }
  .failure .icon { margin-top: 0.2em; }
  .failure .retry { border-color: currentColor; color: inherit; }
  .retry .icon { margin: 0; }
`;var lt=v`
  :host { all: initial; }
  @media print { :host { display: none; } }

  .frame {
    --ink: #1d2733; --quiet: #4f5d6b; --paper: #ffffff; --ground: #f3f6fa; --line: #d3dce6;
    --edge: #6f7d8c; --brand: #1d4f91; --brand-deep: #163d70; --on-brand: #ffffff;
    --link: #1a5296; --focus: #d97a00; --tint: #eaf1fa; --sand: #faf6ec; --sand-line: #b3924a;
    --valid: #176138; --valid-ground: #e5f4ea; --caution: #7a4a00; --caution-ground: #fff2d6;
    --invalid: #9c2320; --invalid-ground: #fdebea;
    color: var(--ink);
    font: medium/1.6 system-ui, -apple-system, "PingFang SC", "Microsoft YaHei",
      "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "WenQuanYi Micro Hei", sans-serif;
    text-align: start; -webkit-text-size-adjust: 100%;
  }
  .frame.big { font-size: 1.4em; }
  .frame.contrast {
    --ink: #ffffff; --quiet: #f0f0f0; --paper: #000000; --ground: #000000; --line: #ffffff;
    --edge: #ffffff; --brand: #ffe14d; --brand-deep: #fff0a0; --on-brand: #000000;
    --link: #ffe14d; --focus: #5fd7ff; --tint: #000000; --sand: #000000; --sand-line: #ffe14d;
    --valid: #8dffb0; --valid-ground: #000000; --caution: #ffd479; --caution-ground: #000000;
    --invalid: #ffb3ae; --invalid-ground: #000000;
  }

  *, *::before, *::after { box-sizing: border-box; }
  h2, h3, p, ul, blockquote { margin: 0; padding: 0; font-size: 1em; font-weight: 400; }
  button, textarea { font: inherit; color: inherit; letter-spacing: inherit; }
  button { cursor: pointer; touch-action: manipulation; }
  [aria-disabled="true"] { cursor: default; }
  :focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
  .icon { width: 1.25em; height: 1.25em; flex: none; }
  .unseen {
    position: absolute; width: 1px; height: 1px; margin: -1px; padding: 0; border: 0;
    overflow: hidden; clip-path: inset(50%); white-space: nowrap;
  }
  .plain, .choice, .starter {
    min-height: max(2.75em, 44px); padding: 0.35em 1em; border: 1px solid var(--brand);
    border-radius: 0.5em; background: var(--paper); color: var(--brand); text-align: start;
  }
  @media (hover: hover) {
    .plain:hover, .starter:hover, .choice:not([aria-disabled="true"]):hover {
      background: var(--tint); border-color: var(--brand-deep);
    }
  }
  .plain { display: inline-flex; align-items: center; gap: 0.4em; font-weight: 600; }
`;var dt=[lt,st,at,nt,ot];function ct(t,e,i){let{big:r,contrast:n}=e;return l`
    <header>
      <h2 id="title">${t}</h2>
      <div class="tools" role="group" aria-label="显示与对话">
        <button type="button" class="tool" aria-pressed=${r}
          @click=${()=>i.change({big:!r,contrast:n})}>
          ${f.big}<span>大字版</span>
        </button>
        <button type="button" class="tool" aria-pressed=${n}
          @click=${()=>i.change({big:r,contrast:!n})}>
          ${f.contrast}<span>高对比度</span>
        </button>
        <button type="button" class="tool clear" @click=${()=>i.clear()}>
          ${f.clear}<span>清空</span>
        </button>
        <button type="button" class="tool close" @click=${()=>i.close()}>
          ${f.close}<span>关闭</span>
        </button>
      </div>
    </header>
  `}function pt(t,e){return l`
    <div class="clearing" role="group" aria-labelledby="clearing">
      <p id="clearing">清空全部对话？清空后无法找回。</p>
      <div class="choices">
        <button type="button" class="plain sure" @click=${t}>确定清空</button>
        <button type="button" class="plain keep" @click=${e}>取消</button>
      </div>
    </div>
  `}var ui={现行有效:{tone:"valid",words:"现行有效"},已修改:{tone:"caution",words:"已修改"},部分失效:{tone:"caution",words:"部分失效"},尚未施行:{tone:"caution",words:"尚未施行"},废止:{tone:"invalid",words:"废止"},失效:{tone:"invalid",words:"失效"}},mi={tone:"caution",words:"效力未知"};function ht(t){let{title:e,number:i,article:r,issuer:n,published:o,effective:s}=t;return l`
    <blockquote class="quote">
      <sunshine-quote .text=${t.text}></sunshine-quote>
      <footer>
        <p class="cite">${P(e)} ${xe(i)} ${xe(r)}</p>
        <p class="meta">${ne([n,re(o,s)])}</p>
        <p class="standing">${ft(t.validity)}${gi(t.validityNote)}</p>
        ${fi(t.replacedBy)}
        ${Ae(t.url,e)}
      </footer>
    </blockquote>
  `}function ut(t){let{text:e,title:i,issuer:r,published:n,url:o}=t;return l`
    <blockquote class="interpretation">
      <sunshine-quote .text=${e}></sunshine-quote>
      <footer>
        <p class="cite">${P(i)}</p>
        <p class="meta">${ne([r,re(n,null)])}</p>
        ${Ae(o,i)}
      </footer>
    </blockquote>
  `}function mt(t){return l`
    <li class="near">
      <p class="cite">${P(t.title)} ${xe(t.number)}</p>
      <p class="meta">${ne([t.issuer,re(t.published,null)])}</p>
      ${t.validity===null?a:l`<p class="standing">${ft(t.validity)}</p>`}
      ${t.why===null?a:l`<p class="why">${t.why}</p>`}
      ${Ae(t.url,t.title)}
    </li>
  `}function ft(t){let{tone:e,words:i}=ui[t??""]??mi;return l`<span class="badge ${e}">${f[e]}<span>${i}</span></span>`}function Ae(t,e){return t===null?a:l`
    <a class="original" href=${t} target="_blank" rel="noopener noreferrer">
      查看原文<span class="unseen">${P(e)}，在新窗口打开</span>${f.outside}
    </a>
  `}function fi(t){if(t===null)return a;let e=t.endsWith("号")?t:P(t);return l`<p class="replaced">已由${e}替代</p>`}function xe(t){return t===null?a:l`<span class="part">${t}</span>`}function gi(t){return t===null?a:l`<span class="standing-note">${t}</span>`}function vt(t,e){return l`
    <div class="card ${t.type}">
      <p class="says">${t.text}</p>
      ${gt("文件原文",t.quotes.map(ht))}
      ${gt("官方解读（帮助理解，不作为依据）",t.interpretations.map(ut))}
      ${vi(t)}
      ${t.receipt===null?a:yi(t.receipt,e)}
      ${t.buttons.length===0?a:bi(t.buttons,e)}
      ${t.note===null?a:l`<p class="note">${t.note}</p>`}
    </div>
  `}function gt(t,e){return e.length===0?a:l`<section aria-label=${t}><h3>${t}</h3>${e}</section>`}function vi({near:t}){if(t.length===0)return a;let e="内容相近的文件";return l`
    <section aria-label=${e}><h3>${e}</h3><ul class="nears">${t.map(mt)}</ul></section>
  `}function yi(t,e){return l`
    <div class="receipt">
      <p>查询码 <strong>${t}</strong></p>
      <button type="button" class="plain" @click=${()=>e.copy(t)}>
        ${e.copied===t?"已复制":"复制"}<span class="unseen">查询码</span>
      </button>
    </div>
  `}function bi(t,e){return l`
    <div class="choices">
      ${t.map(({title:i,payload:r})=>l`
        <button type="button" class="choice" aria-pressed=${e.pressed(r)}
          aria-disabled=${e.busy||e.spent(r)}
          @click=${()=>e.press(r)}>${i}</button>
      `)}
    </div>
  `}function yt(t,e,i){return l`
    <div class="log" role="log" aria-live="off" aria-label="对话记录" tabindex="0">
      ${$i()}
      ${t.entries.length===0?wi(e,i):a}
      ${t.entries.map(r=>xi(r,t,i))}
      ${t.waiting?Ai():a}
      ${t.failure===null?a:_i(t.failure.sentence,i)}
    </div>
  `}function $i(){return l`
    <div class="turn service">
      <div class="card greeting">
        <p class="says">您好，想了解哪项政策？我从已公布的政府文件中查找原文，并注明出处。</p>
      </div>
    </div>
  `}function wi(t,e){return t.length===0?a:l`
    <section class="starters" aria-label="可以这样问"><h3>可以这样问</h3>
      ${t.map(i=>l`
        <button type="button" class="starter" @click=${()=>e.start(i)}>
          ${i}
        </button>
      `)}
    </section>
  `}function xi(t,e,i){return t.from==="citizen"?l`
      <p class="turn citizen"><span class="unseen">您问：</span><span>${t.text}</span></p>
    `:l`
    <article class="turn service" aria-label="回答">${vt(t.card,{busy:e.pending,copied:i.copied,pressed:r=>t.pressed.includes(r),spent:r=>we(t,r),press:r=>e.press(t,r),copy:r=>i.copy(r)})}</article>
  `}function Ai(){return l`
    <div class="turn service waiting" aria-hidden="true">
      <span class="dots"><i></i><i></i><i></i></span>正在查找…
    </div>
  `}function _i(t,e){return l`
    <div class="turn failure">
      <p>${f.caution}<span>${t}</span></p>
      <button type="button" class="plain retry" @click=${()=>e.retry()}>
        ${f.retry}重试
      </button>
    </div>
  `}var Si="网络已断开，连上后再提问。",Ei="请勿填写身份证号、手机号等个人信息。";function bt(t,e,i){return l`
    <button type="button" class="launcher" aria-expanded="false" aria-haspopup="dialog"
      @click=${i}>
      ${f.ask}<span>${t}</span>
      ${e?l`<span class="unread">有新回答</span>`:a}
    </button>
  `}function $t(t,e){let{settings:i,talk:r,display:n,modal:o,online:s,clearing:c,composer:d}=t;return l`
    <div class="panel" role="dialog" aria-labelledby="title"
      aria-modal=${o?"true":a} @keydown=${e.key}>
      ${ct(i.title,n,e)}
      ${c?pt(e.sure,e.keep):a}
      ${s?a:l`<p class="offline">${f.caution}${Si}</p>`}
      ${yt(r,i.starters,e)}
      <p class="unseen" role="status">${r.announcement}</p>
      ${d}
      <p id="privacy" class="privacy">${Ei}</p>
    </div>
  `}var M=class extends b{constructor(i){super();this.settings=i;this.area=new ae(this,()=>this.open);this.attention=new Y(this);this.asking=!1;this.show=()=>{this.unread=!1,this.attention.forget(),this.open=!0};this.lang="zh-CN",this.open=i.open,this.clearing=this.unread=!1,this.copied=null,this.display=Je(),this.talk=new oe(i.base,()=>this.conversationChanged()),this.composer=new G(this,()=>this.talk.pending,r=>this.talk.send(r)),this.outside=new se(this,this.talk.follow,r=>{this.talk.announce(r?"网络已恢复。":"网络已断开，连上后再提问。")})}render(){let{settings:i,talk:r,display:n,clearing:o,area:{modal:s,short:c}}=this,{big:d,contrast:h}=n,u=[d&&"big",h&&"contrast",s&&"modal",c&&"short"],p={settings:i,talk:r,display:n,clearing:o,modal:s,online:this.outside.online};return l`
      <div class="frame ${u.filter(Boolean).join(" ")}">
        ${this.open?$t({...p,composer:this.composer.view()},this.acts()):bt(i.title,this.unread,this.show)}
      </div>
    `}updated(i){if(i.has("open")&&this.moveFocus(i.get("open")===void 0),i.has("clearing")&&this.clearing&&this.attention.moveTo(".keep"),!this.open)return;let{entries:r,failure:n,waiting:o}=this.talk,s=`${r.length}/${n===null}/${o}`;this.attention.showNewest(s,this.area.short?".panel":".log")}acts(){return{change:i=>this.change(i),clear:()=>{this.clearing=!0},close:()=>this.hide(),copied:this.copied,copy:i=>this.copy(i),start:i=>this.andRead(()=>this.talk.send(i)),retry:()=>this.andRead(()=>this.talk.retry()),sure:()=>this.clear(),keep:()=>this.keep(),key:i=>this.key(i)}}hide(){this.clearing=!1,this.open=!1}clear(){this.clearing=!1,this.talk.clear(),this.attention.moveTo("#question")}keep(){this.clearing=!1,this.attention.moveTo(".clear")}andRead(i){i(),this.attention.moveTo(".log")}change(i){this.display=i,this.attention.forget(),Ye(i)}copy(i){rt(i,this.renderRoot).then(r=>{this.copied=r?i:null,this.talk.announce(r?"查询码已复制。":"没能自动复制，请选中查询码后手动复制。")})}conversationChanged(){this.asking&&!this.talk.pending&&!this.open&&(this.unread=!0),this.asking=this.talk.pending,this.requestUpdate()}key(i){i.key==="Tab"&&this.area.modal&&this.attention.turnRound(i),!(i.key!=="Escape"||i.isComposing)&&(i.stopPropagation(),this.clearing?this.keep():this.hide())}moveFocus(i){i&&!(this.open&&this.area.modal)||(this.open?this.attention.moveTo(this.area.modal?".close":"#question"):this.attention.moveTo(".launcher"))}};M.properties={open:{state:!0},clearing:{state:!0},copied:{state:!0},unread:{state:!0},display:{state:!0}},M.styles=dt;var W=class extends b{constructor(){super();this.sizes=new ResizeObserver(()=>this.measure());this.text="",this.unfolded=!1,this.long=!1}createRenderRoot(){return this}disconnectedCallback(){super.disconnectedCallback(),this.sizes.disconnect()}connectedCallback(){super.connectedCallback(),this.sizes.observe(this)}updated(i){i.has("text")&&this.measure()}render(){return l`
      <p class=${this.unfolded?"verbatim":"verbatim folded"}>${this.text}</p>
      ${this.long||this.unfolded?this.toggle():a}
    `}toggle(){return l`
      <button type="button" class="fold" aria-expanded=${this.unfolded}
        @click=${()=>{this.unfolded=!this.unfolded}}>
        ${this.unfolded?"收起":"展开全文"}
      </button>
    `}measure(){let i=this.querySelector("p");i!==null&&!this.unfolded&&(this.long=i.scrollHeight>i.clientHeight+1)}};W.properties={text:{type:String},unfolded:{state:!0},long:{state:!0}};var ki="政策问答",Ci=["租房怎么提取公积金？","老人高龄津贴多少钱？","开办营业执照要收费吗？"];function wt(t){let{title:e,open:i,questions:r}=t.dataset;return{base:new URL(".",t.src).href.replace(/\/$/,""),title:e?.trim().slice(0,20)||ki,open:i!==void 0&&i!=="false",starters:Ti(r)??Ci}}function Ti(t){return t===void 0?null:t.split("|").map(e=>e.trim().slice(0,60)).filter(e=>e!=="").slice(0,5)}var xt=document.currentScript;if(xt instanceof HTMLScriptElement&&!customElements.get("sunshine-ask")){customElements.define("sunshine-quote",W),customElements.define("sunshine-ask",M);let t=new M(wt(xt)),e=()=>document.body.append(t);document.body===null?addEventListener("DOMContentLoaded",e,{once:!0}):e()}})();
/*! Bundled license information:

@lit/reactive-element/css-tag.js:
  (**
   * @license
   * Copyright 2019 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)

@lit/reactive-element/reactive-element.js:
lit-html/lit-html.js:
lit-element/lit-element.js:
  (**
   * @license
   * Copyright 2017 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)

lit-html/is-server.js:
  (**
   * @license
   * Copyright 2022 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)
*/
