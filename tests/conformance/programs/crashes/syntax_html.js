<div>Hello</div>
