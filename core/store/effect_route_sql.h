// The rule by which an effect belongs to a connection, as SQL over its channel and wire: the
// mailbox or calendar for theirs; else the prefix of the id of its record (its deal, else its
// account, else its contact), '' when that has none, NULL when it is about no record or the bytes
// are not ours. The outbox writes it, the check asks it again. SQL text only: cannot fail.
#pragma once

#define TOPLINE_ROUTE_OF(channel, wire)                                                            \
    "(SELECT CASE WHEN " channel " = 1 THEN 'mail:' WHEN " channel " = 2 THEN 'cal:' "             \
    "WHEN record GLOB '[a-z][a-z]:*' THEN substr(record, 1, 3) "                                   \
    "WHEN record <> '' THEN '' END FROM (SELECT CASE WHEN json_valid(" wire ") THEN "              \
    "coalesce(nullif(json_extract(" wire ", '$.deal'), ''), "                                      \
    "nullif(json_extract(" wire ", '$.account'), ''), "                                            \
    "json_extract(" wire ", '$.contact'), '') ELSE '' END AS record))"
