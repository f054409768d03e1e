-- Generates the requests of a scenario for wrk before the start and sends them round robin:
--
--   wrk -s requests.lua URL -- SCENARIO CALLERS ACTIVITIES LAG [check]
--
-- CALLERS contains one line per caller with the access token and the company id. ACTIVITIES contains one activity id per line, or user ids for the scenario decisions. LAG
-- is the number of saves before the first deletion. The script prints one line at the end:
--
--   measured REQUESTS MICROSECONDS CONNECT READ WRITE TIMEOUT UNEXPECTED P50 P90 P99
--
-- CONNECT to TIMEOUT are socket errors by kind. Percentiles are in microseconds. UNEXPECTED counts unexpected statuses. With check the
-- script compares each status, which costs CPU time; otherwise it only distinguishes errors from successful responses.

local expected = {
    me = { 200 }, decision = { 200 }, decisions = { 200 }, preferences = { 200 }, favorites = { 200 }, saves = { 200, 201, 204 }, figures = { 200 },
    ["401"] = { 401 }, ["400"] = { 400 }, ["404"] = { 404 },
}
local threads = {}
local requests, turn = {}, 0

local function lines(name)
    local found = {}
    for line in io.lines(name) do
        found[#found + 1] = line
    end
    return found
end

local function add(token, method, path, body)
    local headers = { Host = wrk.headers["Host"], Authorization = "Bearer " .. token }
    if body then
        headers["Content-Type"] = "application/json"
    end
    requests[#requests + 1] = wrk.format(method, path, headers, body)
end

local function preferences(token, push)
    add(token, "PATCH", "/me/notification-preferences", string.format('{"pushEnabled":%s,"emailEnabled":%s}', push, not push))
end

local function save(token, activity)
    add(token, "POST", "/favorites", '{"activityId":"' .. activity .. '"}')
end

-- Changes the first character of the signature.
local function damaged(token)
    local signed, first, rest = token:match("^(.*%.)(.)([^.]*)$")
    return signed .. (first == "A" and "B" or "A") .. rest
end

-- A request for 1,000 users and both channels. The key is a row of decisions.sql.
local function decide(users)
    local headers = {
        Host = wrk.headers["Host"], ["Content-Type"] = "application/json",
        ["X-API-Key"] = "sdk_sAAAAAAAQACAAAAAAAAAAbCwsLCwsLCwsLCwsLCwsLCwsLCwsLCwsLCwsLCwsLCw",
    }
    local body = '{"category":"offers","channels":["PUSH","EMAIL"],"userIds":["' .. table.concat(users, '","') .. '"]}'
    requests[#requests + 1] = wrk.format("POST", "/notifications/decisions", headers, body)
end

-- Distinct users: each request takes the next 1,000 different ids.
local function decisions(users)
    local batch, known = {}, {}
    for _, user in ipairs(users) do
        if not known[user] then
            known[user] = true
            batch[#batch + 1] = user
        end
        if #batch == 1000 then
            decide(batch)
            batch, known = {}, {}
        end
    end
end

local add_for = {
    decision = function(token) add(token, "GET", "/me/notification-preferences/decision?category=offers&channel=EMAIL") end,
    me = function(token) add(token, "GET", "/me") end,
    favorites = function(token) add(token, "GET", "/favorites?limit=20") end,
    figures = function(token, company) add(token, "GET", "/analytics/favorites?companyId=" .. company) end,
    ["401"] = function(token) add(damaged(token), "GET", "/me") end,
    ["400"] = function(token) add(token, "PATCH", "/me/notification-preferences", '{"pushEnabled":"yes"}') end,
    ["404"] = function(token) save(token, "00000000-0000-4000-8000-000000000000") end,
}

-- A caller saves each activity once. Each deletion follows its save by LAG turns.
local function saves(callers, activities, lag)
    local pairs = {}
    for round = 0, 49 do
        for place, caller in ipairs(callers) do
            pairs[#pairs + 1] = { caller.token, activities[(place * 131 + round) % #activities + 1] }
        end
    end
    for place, pair in ipairs(pairs) do
        save(pair[1], pair[2])
        local before = pairs[(place - 1 - lag) % #pairs + 1]
        add(before[1], "DELETE", "/favorites/" .. before[2])
    end
end

function setup(thread)
    threads[#threads + 1] = thread
end

function init(args)
    local scenario, callers = args[1], {}
    for _, line in ipairs(lines(args[2])) do
        local token, company = line:match("^(%S+) (%S+)$")
        callers[#callers + 1] = { token = token, company = company }
    end
    if scenario == "decisions" then
        decisions(lines(args[3]))
    elseif scenario == "saves" then
        saves(callers, lines(args[3]), tonumber(args[4]))
    elseif scenario == "preferences" then
        -- Consecutive requests of a caller have different values.
        for _, push in ipairs({ true, false }) do
            for place, caller in ipairs(callers) do
                preferences(caller.token, (place % 2 == 0) == push)
            end
        end
    else
        for _, caller in ipairs(callers) do
            add_for[scenario](caller.token, caller.company)
        end
    end
    expects_error = expected[scenario][1] >= 400
    if args[5] == "check" then
        unexpected = 0
        local good = {}
        for _, status in ipairs(expected[scenario]) do
            good[status] = true
        end
        function response(status)
            if not good[status] then
                unexpected = unexpected + 1
            end
        end
    end
end

function request()
    turn = turn % #requests + 1
    return requests[turn]
end

function done(summary, latency)
    local thread, errors = threads[1], summary.errors
    local unexpected = thread:get("unexpected")
    if not unexpected then
        unexpected = thread:get("expects_error") and summary.requests - errors.status or errors.status
    end
    io.write(string.format("measured %d %d %d %d %d %d %d %d %d %d\n", summary.requests, summary.duration, errors.connect,
        errors.read, errors.write, errors.timeout, unexpected, latency:percentile(50), latency:percentile(90),
        latency:percentile(99)))
end
