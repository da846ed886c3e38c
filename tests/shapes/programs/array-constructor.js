kind(new Array(3)); kind(new Array(0)); kind(new Array()); kind(new Array(1, 2)); kind(new Array(1, 2.5)); kind(new Array('3'));
kind(Array(3)); kind(new Array(100000)); kind(new Array(33554432)); kind(new Array(33554433));
