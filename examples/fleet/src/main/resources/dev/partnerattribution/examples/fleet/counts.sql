-- The counts of receipts, line by line as docs/counts.schema.json describes them, in Spark's SQL. It begins with the view
-- `lines`, which has a column for each property of docs/receipt.schema.json (a text that is not there is empty), `unreadable`
-- (what was no such JSON), and `file`. Its last statement is the query. All times are UTC.

-- As Java's Instant writes it: without a fraction that is zero.
CREATE TEMPORARY FUNCTION utc(milliseconds BIGINT) RETURNS STRING
RETURN concat(date_format(timestamp_millis(milliseconds), "yyyy-MM-dd'T'HH:mm:ss"),
  if(milliseconds % 1000 = 0, '', concat('.', lpad(milliseconds % 1000, 3, '0'))), 'Z');

CREATE TEMPORARY VIEW checked AS
SELECT *, CASE
    WHEN v > 999999999999999 THEN 'v is no whole number from 1 on'
    WHEN v > 1 THEN ''
    WHEN unreadable <> '' THEN 'it is not JSON of a receipt'
    WHEN greatest(n, status, milliseconds, written, dropped) > 999999999999999 THEN 'a number has more than 15 digits'
    WHEN coalesce(v, 0) < 1 THEN 'v is no whole number from 1 on'
    WHEN jvm = '' THEN 'it has no jvm'
    WHEN kind = '' THEN 'it has no kind'
    WHEN kind <> 'end' AND n < 1 OR n IS NULL AND kind IN ('request', 'child', 'connection') THEN 'n is no whole number from 1 on'
    WHEN milliseconds_of_epoch IS NULL AND kind IN ('request', 'child', 'connection') THEN 'time is no time like 2026-11-25T18:00:00Z'
    WHEN host = '' AND kind IN ('request', 'connection') THEN 'it has no host'
    WHEN route = '' AND kind = 'request' THEN 'it has no route'
    WHEN method = '' AND kind = 'request' THEN 'it has no method'
    WHEN program = '' AND kind = 'child' THEN 'it has no program'
    WHEN pid NOT IN ('stamped', 'present', 'other', 'none') AND kind IN ('request', 'child') THEN 'pid is none of: stamped, present, other, none'
    WHEN status NOT BETWEEN 100 AND 999 AND kind = 'request' THEN 'status is no HTTP status'
    WHEN milliseconds < 0 AND kind = 'request' THEN 'milliseconds is no whole number from 0 on'
    WHEN least(coalesce(written, -1), coalesce(dropped, -1)) < 0 AND kind = 'end' THEN 'written or dropped is no whole number from 0 on'
    ELSE ''
  END AS fault
FROM (
  SELECT *, CASE WHEN time RLIKE '^(19[7-9]|[2-9][0-9]{2})[0-9]-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]([.][0-9]{1,9})?Z$'
    THEN unix_millis(try_cast(time AS TIMESTAMP)) END AS milliseconds_of_epoch
  FROM lines);

CACHE TABLE valid OPTIONS ('storageLevel' 'DISK_ONLY') AS
SELECT CASE WHEN fault <> '' THEN 'fault' WHEN v > 1 THEN 'newer' ELSE kind END AS kind,
  jvm, n, milliseconds_of_epoch AS time, fault, file, written, dropped,
  named_struct('route', route, 'method', upper(method), 'host', host,
    'provider', nullif(provider, ''), 'type', nullif(type, ''), 'action', nullif(action, ''), 'apiVersion', nullif(apiVersion, ''),
    'tenant', nullif(tenant, ''), 'subscription', nullif(subscription, ''), 'resourceGroup', nullif(resourceGroup, ''),
    'name', nullif(name, ''), 'pid', pid, 'why', nullif(why, ''), 'trackingId', nullif(trackingId, ''),
    'other', nullif(other, ''), 'status', status, 'failure', nullif(failure, '')) AS request,
  milliseconds, nullif(correlationId, '') AS correlationId, nullif(requestId, '') AS requestId,
  program, slice(variables, 1, 100) AS variables, openedBy
FROM checked;

-- One that comes twice counts once.
CREATE TEMPORARY VIEW receipts AS
SELECT receipt.* FROM (
  SELECT first(struct(*)) AS receipt FROM valid
  WHERE kind NOT IN ('fault', 'newer', 'end') AND n IS NOT NULL GROUP BY jvm, n);

CACHE TABLE requests OPTIONS ('storageLevel' 'DISK_ONLY') AS
SELECT *,
  CASE WHEN purpose = 'writes' AND with_id = 0 THEN reason ELSE purpose END AS sample,
  with_id = 0 AND purpose = 'writes' AS is_missing,
  purpose <> 'reads' OR refused = 1 AS is_of_interest
FROM (
  SELECT request, time, milliseconds, correlationId, requestId,
    CASE WHEN request.method IN ('PUT', 'PATCH') THEN 'writes' WHEN request.method = 'DELETE' THEN 'deletes'
      WHEN request.method IN ('GET', 'HEAD', 'OPTIONS') THEN 'reads' ELSE 'actions' END AS purpose,
    int(request.pid IN ('stamped', 'present')) AS with_id,
    int(request.pid = 'other') AS with_anothers,
    int(request.pid = 'none') AS with_none,
    int(coalesce(request.status, 0) >= 400 OR request.failure IS NOT NULL) AS refused,
    CASE WHEN request.pid = 'other' THEN 'other-pid'
      WHEN request.why IN ('opt-out', 'route-off', 'not-configured', 'invalid', 'other-pid', 'unfit') THEN request.why
      ELSE 'unsaid' END AS reason,
    coalesce(nullif(concat_ws('/', request.provider, request.type), ''),
      if(request.resourceGroup IS NULL, '(no type)', 'Microsoft.Resources/resourceGroups')) AS full_type
  FROM receipts WHERE kind = 'request');

-- A JVM that lost very many has several lines.
CREATE TEMPORARY VIEW seen AS
SELECT jvm, max(highest) AS last,
  transform(array_sort(collect_list(struct(first, last))), run -> concat(run.first, '-', run.last)) AS seen
FROM (
  SELECT *, max(last) OVER (PARTITION BY jvm) AS highest,
    (row_number() OVER (PARTITION BY jvm ORDER BY first) - 1) div 1000 AS part
  FROM (
    SELECT jvm, min(n) AS first, max(n) AS last
    FROM (SELECT jvm, n, n - row_number() OVER (PARTITION BY jvm ORDER BY n) AS run FROM receipts)
    GROUP BY jvm, run))
GROUP BY jvm, part;

CREATE TEMPORARY VIEW ends AS
SELECT jvm, max(written + dropped) AS told, max(dropped) AS dropped FROM valid WHERE kind = 'end' GROUP BY jvm;

-- Of very many rows a sample: those with the smallest hashes, so many for each reason why the ID was missing, and each purpose.
CREATE TEMPORARY VIEW sampled AS
SELECT request, first_time, times, is_of_interest FROM (
  SELECT *, row_number() OVER (PARTITION BY sample ORDER BY xxhash64(request)) AS place
  FROM (
    SELECT sample, request, is_of_interest, min(time) AS first_time, count(*) AS times
    FROM requests GROUP BY sample, request, is_of_interest))
WHERE place <= 4000
  AND place <= CASE sample WHEN 'writes' THEN 4000 WHEN 'actions' THEN 1000 WHEN 'deletes' THEN 1000 ELSE 1500 END;

CREATE TEMPORARY VIEW first_ones AS
SELECT request, time, milliseconds, correlationId, requestId FROM (
  SELECT requests.*, row_number() OVER (PARTITION BY requests.request
    ORDER BY time, coalesce(correlationId, ''), coalesce(requestId, ''), coalesce(milliseconds, -1)) AS place
  FROM requests LEFT SEMI JOIN sampled ON requests.request <=> sampled.request
  WHERE is_of_interest)
WHERE place <= 5;

CREATE TEMPORARY VIEW examples AS
SELECT request, time, milliseconds, correlationId, requestId FROM (
  SELECT *, row_number() OVER (PARTITION BY reason
    ORDER BY time, coalesce(correlationId, ''), coalesce(requestId, ''), coalesce(milliseconds, -1), xxhash64(request)) AS place
  FROM requests WHERE is_missing)
WHERE place <= 5;

SELECT to_json(struct(1 AS schemaVersion, 'requests' AS kind, purpose, withId, withAnothers, withNone, refused)) AS line
FROM (
  SELECT purpose, coalesce(sum(with_id), 0) AS withId, coalesce(sum(with_anothers), 0) AS withAnothers,
    coalesce(sum(with_none), 0) AS withNone, coalesce(sum(refused), 0) AS refused
  FROM VALUES ('writes'), ('actions'), ('deletes'), ('reads') AS purposes(purpose) LEFT JOIN requests USING (purpose)
  GROUP BY purpose)
UNION ALL
SELECT to_json(struct(1 AS schemaVersion, 'type' AS kind, type, withId, withAnothers, withNone, refused))
FROM (
  SELECT min(full_type) AS type, sum(with_id) AS withId, sum(with_anothers) AS withAnothers, sum(with_none) AS withNone,
    sum(refused) AS refused
  FROM requests WHERE purpose = 'writes' AND refused = 0 GROUP BY lower(full_type))
UNION ALL
SELECT to_json(struct(1 AS schemaVersion, 'missing' AS kind, why, withId, withAnothers, withNone, refused))
FROM (
  SELECT reason AS why, sum(with_id) AS withId, sum(with_anothers) AS withAnothers, sum(with_none) AS withNone,
    sum(refused) AS refused
  FROM requests WHERE is_missing GROUP BY reason)
UNION ALL
SELECT to_json(struct(1 AS schemaVersion, 'route' AS kind, request.route AS route, count(*) AS times))
FROM requests GROUP BY request.route
UNION ALL
SELECT to_json(struct(1 AS schemaVersion, 'host' AS kind, request.host AS host, count(*) AS times))
FROM requests GROUP BY request.host
UNION ALL
SELECT to_json(struct(1 AS schemaVersion, 'tracking-id' AS kind, coalesce(request.trackingId, '') AS id, count(*) AS times))
FROM requests WHERE purpose = 'writes' AND with_id = 1 GROUP BY request.trackingId
UNION ALL
SELECT to_json(struct(1 AS schemaVersion, 'other-id' AS kind, coalesce(request.other, '') AS id, count(*) AS times))
FROM requests WHERE purpose = 'writes' AND with_anothers = 1 GROUP BY request.other
UNION ALL
SELECT to_json(struct(1 AS schemaVersion, 'connection' AS kind, connection, times))
FROM (
  SELECT concat_ws(', opened by ', request.host, nullif(openedBy, '')) AS connection, count(*) AS times
  FROM receipts WHERE kind = 'connection' GROUP BY ALL)
UNION ALL
SELECT to_json(struct(1 AS schemaVersion, 'time' AS kind, utc(time) AS time))
FROM (
  SELECT explode(array(min(time), max(time))) AS time FROM receipts WHERE kind IN ('request', 'child', 'connection'))
WHERE time IS NOT NULL
UNION ALL
SELECT to_json(struct(1 AS schemaVersion, 'child' AS kind, first.jvm AS jvm, first.n AS n, utc(first.time) AS time, program,
  pid, why, trackingId, other, variables, times))
FROM (
  SELECT min(struct(time, jvm, n)) AS first, program, request.pid AS pid, request.why AS why, request.trackingId AS trackingId,
    request.other AS other, variables, count(*) AS times
  FROM receipts WHERE kind = 'child' GROUP BY ALL)
UNION ALL
SELECT to_json(struct(1 AS schemaVersion, 'jvm' AS kind, jvm, greatest(coalesce(last, 0), coalesce(told, 0)) AS highest,
  coalesce(dropped, 0) AS dropped, if(told IS NULL, 'no', 'yes') AS ended, coalesce(seen, array()) AS seen))
FROM seen FULL JOIN ends USING (jvm)
UNION ALL
SELECT to_json(struct(1 AS schemaVersion, 'unread' AS kind, count_if(kind = 'fault') AS unreadable,
  count_if(kind = 'newer') AS newer,
  count_if(kind NOT IN ('fault', 'newer', 'end') AND n IS NULL)
    + (SELECT count(*) FROM receipts WHERE kind NOT IN ('request', 'child', 'connection')) AS unknown))
FROM valid
UNION ALL
SELECT to_json(struct(1 AS schemaVersion, 'message' AS kind, concat(file, ': ', fault) AS message))
FROM (SELECT file, fault FROM valid WHERE kind = 'fault' LIMIT 20)
UNION ALL
SELECT to_json(struct(1 AS schemaVersion, 'example' AS kind, request.*, utc(time) AS time, milliseconds, correlationId, requestId))
FROM examples
UNION ALL
SELECT to_json(struct(1 AS schemaVersion, 'row' AS kind, request.*, utc(time) AS time, milliseconds, correlationId, requestId))
FROM first_ones
UNION ALL
SELECT to_json(struct(1 AS schemaVersion, 'rows' AS kind, request.*, utc(first_time) AS time, times))
FROM (
  SELECT request, first_time, times - if(is_of_interest, least(times, 5), 0) AS times FROM sampled)
WHERE times > 0
