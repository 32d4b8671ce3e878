/**
 * What people choose first: passwords of the lists that leaks gave, given names and words of every day, the most usual
 * first. A guesser goes through them in some such order.
 */
export const COMMON: readonly string[] = `
password 123456 qwerty letmein welcome admin monkey dragon master login princess football baseball shadow sunshine iloveyou
trustno superman batman hello freedom whatever secret ninja mustang access flower charlie jordan hunter ranger buster soccer
hockey killer george andrew michael jennifer thomas robert daniel joshua matthew ashley jessica amanda michelle nicole maggie
pepper ginger summer winter spring autumn cookie banana orange purple yellow silver golden diamond computer internet samsung
google apple windows linux office server system test tester testing user guest root default changeme temp pass passwort
motdepasse contrasena parola wachtwoord love money happy lucky angel baby star blue green black white red cat dog lion tiger
horse eagle wolf bear mother father sister brother family friend house school company business security private confidential
correct battery staple investigation investigator case evidence account customer january february march april may june july
august september october november december monday tuesday wednesday thursday friday saturday sunday john james david william
mary anna maria peter paul mark alex max sam tom ben kim lee chris steve kevin brian jason eric laura sarah emma olivia
sophia lucas noah liam the and for you are not with this that have from they will one all would there their what out about
who get which when make can like time just him know take people into year your good some could them see other than then now
look only come its over think also back after use two how our work first well way even new want because any these give day
most us my me is it in on of to be as at so we he by or an if up no
`
  .trim()
  .split(/\s+/);

/** Rows and columns of keyboards along which fingers run. */
export const KEY_RUNS: readonly string[] = [
  'qwertyuiop[]',
  'asdfghjkl',
  'zxcvbnm',
  'qwertzuiop',
  'yxcvbnm',
  'azertyuiop',
  'qsdfghjklm',
  'wxcvbn',
  '1234567890',
  '!@#$%^&*()',
  'qazwsxedcrfvtgbyhnujmik',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik',
];
