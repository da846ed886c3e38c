const size = 10px;
