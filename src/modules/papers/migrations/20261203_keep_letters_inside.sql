-- Letters, notices of meetings and minutes are for those whom they concern.
update records set internal = 1
 where kind = 'paper'
   and id in (select id from papers
               where kind in ('letter', 'forwarding', 'meeting_notice', 'minutes'));
