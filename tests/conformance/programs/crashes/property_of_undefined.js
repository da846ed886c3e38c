const response = { data: { users: [{ name: 'Ada' }] } };

function secondUser(answer) {
  return answer.data.users[1].name;
}

console.log(secondUser(response));
