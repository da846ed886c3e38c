const styled = {};
const Button = styled.button`color: red`;
