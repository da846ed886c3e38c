// The names that V8 infers for nameless functions from what they are assigned to, in stacks.
function show(tag, error) {
  const lines = error.stack.split('\n').slice(2).filter((line) => !/node:/.test(line));
  console.log(tag, lines.slice(0, 1).map((line) => line.trim().replace(/\/.*\/(?=[^/]*$)/, '')).join());
}
function t(tag) { show(tag, new Error('x')); }
const obj={}; obj.run=function(){t('run')}; const r=obj.run; r(); const g={y:obj.run}; g.y(); [1].forEach(obj.run); new obj.run();
function Foo(){ this.x=function(){t('Foo.this.x')}; obj.z=function(){t('in Foo obj.z')}; const q={}; q.m=()=>t('Foo q.m'); q.m(); } const foo=new Foo(); foo.x(); obj.z();
class Bar{ constructor(){ this.x=function(){t('Bar.this.x')}; this.y=()=>t('Bar this.y') } low(){ this.k=function(){t('low this.k')}; this.k() } }
const bar=new Bar(); bar.x(); bar.y(); bar.low();
function lower(){ this.x=function(){t('lower this.x')} } new lower().x();
Foo.prototype.meth=function(){t('proto')}; foo.meth();
Foo.prototype.deep={}; Foo.prototype.deep.a=function(){t('proto.deep.a')}; foo.deep.a();
obj.outer=function(){ obj.inner=function(){t('inner')}; obj.inner() }; obj.outer();
module.exports=(function(){ const o={}; o.go=function(){t('iife go')}; return o})(); module.exports.go();
obj.c = 1 ? function(){t('cond')} : function(){}; obj.c();
obj.c2 = r ? function(){t('cond2')} : foo; obj.c2();
obj.or = obj.nope || function(){t('or')}; obj.or();
obj.arr=[function(){t('arr')}]; obj.arr[0]();
function wrap(f){return f} obj.w=wrap(function(){t('wrapped')}); obj.w();
function wrap2(f,g){return f} obj.w2=wrap2(function(){t('wrapped2')},function(){}); obj.w2();
const lit={k:wrap(function(){t('prop wrapped')}), l:[function(){t('prop arr')}], m: wrap2(()=>t('m'),1)}; lit.k(); lit.l[0](); lit.m();
obj.a=obj.b=function(){t('chain')}; obj.a(); obj.b();
var v = v2 = function(){t('v')}; v();
let w1 = 1 && function(){t('w1')}; w1();
obj[Symbol('s')]=function(){t('symbol')}; obj[Object.getOwnPropertySymbols(obj)[0]]();
obj['s'+1]=function(){t('computed')}; obj.s1();
obj.ar=(a,b)=>t('arrow params'); obj.ar(); obj.ar2=x=>t('arrow x'); obj.ar2();
obj.as=async function(){ t('async'); await 1; t('async after') }; 
const cb=function(){}; setTimeout(function(){t('cb')},1); process.nextTick(()=>t('tick')); Promise.resolve().then(function(){t('then')}); Promise.resolve().then(()=>{obj.p=function(){t('in then')}; obj.p()});
class K { static s = wrap(function(){t('static field wrap')}); f = [()=>t('field arr')]; #p = 1 && function(){t('private')}; go(){this.#p()} } K.s(); new K().f[0](); new K().go();
exports.mw=function(){return function(){t('returned')}}; exports.mw()(); exports.mw2=()=>()=>t('returned arrow'); exports.mw2()();
obj.x1=obj.x2={y:function(){t('nested y')}, z(){ obj.zz=function(){t('zz')}; obj.zz() }}; obj.x1.y(); obj.x1.z();
obj.d={e:{f:wrap2(function(){t('deep obj wrap2')},0)}}; obj.d.e.f();
(function Named(){ obj.n=function(){t('in Named iife')}; obj.n() })();
(()=>{ obj.n=function(){t('in arrow iife')}; obj.n() })();
!function(){ obj.n=function(){t('in bang')}; obj.n() }();
if (1) { obj.blk=function(){t('block')}; obj.blk() }
obj.f1=function(){t('f1')}, obj.f2=function(){t('f2')}; obj.f1(); obj.f2();
obj?.f1?.(); obj.lg ||= function(){t('||=')}; obj.lg(); obj.tpl=`${1}`&&function(){t('tpl')}; obj.tpl();
this.tt=function(){t('this.tt')}; this.tt(); exports['q r']=function(){t('q r')}; exports['q r']();
obj.asyncf=wrap(async()=>{t('async wrapped')}); obj.asyncf(); const {des=function(){t('des')}}={}; des();
obj.gen=function*(){t('gen')}; obj.gen().next(); obj.as().then(()=>t('last'));
function def(p=function(){t('def')}){p()} def(); obj.st="lit"+function(){}; obj.num=5+(function(){t('num');return 1})(); 
obj.ret=(function(){return function(){t('iife ret')}})(); obj.ret(); obj.nw=new (function(){t('new anon')})(); obj.par=(function(){t('par')}); obj.par();
