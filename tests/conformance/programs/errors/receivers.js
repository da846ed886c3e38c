// What a stack calls the receiver of a call, and the property that the function was found by.
function t() {
  const lines = new Error('x').stack.split('\n').slice(2).filter((line) => !/node:/.test(line));
  console.log(lines.slice(0, 1).map((line) => line.trim().replace(/\/.*\/(?=[^/]*$)/, '')).join());
}
function nm(){t()} function P(){} class C{} const A=()=>{}; const o={}; 
nm.call(P); nm.call(C); nm.call(A); nm.call(function(){}); P.r=nm; P.r(); C.r2=nm; C.r2(); nm.call(Object); nm.call(Array); nm.call(Map); nm.call(null); nm.call("s"); nm.call([]); nm.call(new P); nm.call(Object.create(null)); nm.call(globalThis); nm.call(Object.create(C.prototype));
o.par=(function(){t()}); o.par(); 
o.q1=(1,function(){t()}); o.q1(); o.c = (1 ? function(){t()} : 0); o.c(); let z=(function(){t()}); z(); 
const B = () => { o.lazy=function(){t()}; o.lazy() }; B(); const b2 = { Up() { o.lz=function(){t()}; o.lz() } }; b2.Up(); exports.Upper=function(){ o.lz2=function(){t()}; o.lz2() }; exports.Upper();
Object.defineProperty(o,'hid',{value:function(){t()}}); o.hid(); Object.defineProperty(o,'hid2',{value:nm}); o.hid2(); o[5]=nm; o[5](); 
const bd=o.par.bind(o); bd(); o.get=function(){t()}; o.get(); class G{ static set(){t()} get get(){ t(); return 1 } } G.set(); new G().get;
