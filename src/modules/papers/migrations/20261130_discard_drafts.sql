-- A draft that was given up is no longer called as a paper that was issued and then cancelled.
update records set stage = 'discarded'
 where kind = 'paper' and stage = 'cancelled'
   and id in (select id from papers where issued_on is null);
