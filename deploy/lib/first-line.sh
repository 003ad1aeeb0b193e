# shellcheck shell=bash
# Sourced by what tries an installation, from the project's folder. A line with a physician who is on duty at this moment, entered by the API
# as docs/fr/premier-appel.md has it entered by the pages; and a call to it. $pages: the service; $header: a file with the bearer's line.
#   ask METHOD PATH [JSON [VERSION]]     its answer; fails as curl does
#   version PATH                         what a change of it has to name
#   code, line, yesterday, today, tomorrow
#   enter_first_line                     of that code, with that number, for these days
#   call_line FOLDER SIP PHONE HOLD      rings the line at SIP (host:port) from the port after PHONE, where a physician picks up and presses 1;
#                                        the caller hangs up after HOLD ms without a word from the switch. Both go on in the background: caller and physician are their processes
#   legs                                 name and bridge of each leg that is in one, as long as it is the same conversation; asks on_switch, which
#                                        whoever sources this has
#   holds_line                           the switch has the line's ladder; asks on_switch too
#   said_of CALL TEXT                    waits 30 s for it in what the service tells of the call, which is then told; else prints that

# shellcheck disable=SC2034 # of whoever sources this
# by the line's clock, which is a day further than UTC's for an hour or two
today=$(TZ=Europe/Paris date +%F) code=ESSAI-UN line=0344990001
yesterday=$(date -d "$today -1 day" +%F) tomorrow=$(date -d "$today +1 day" +%F)

ask() {
  curl -fsS -X "$1" -H @"$header" -H 'Content-Type: application/json' ${4:+-H "If-Match: $4"} ${3:+-d "$3"} "$pages$2"
}

version() { curl -fsS -o /dev/null -D - -H @"$header" "$pages$1" | tr -d '\r' | sed -n 's/^etag: //Ip'; }

quarter_of() { echo "$(date -d "$1" +%Y)-Q$((($(date -d "$1" +%-m) + 2) / 3))"; }

enter_first_line() {
  local finess=609900014 quarter physician day
  quarter=$(quarter_of "$today")
  ask POST /api/establishments '{"finess":"'$finess'","name":"Hôpital d’essai","kind":"PUBLIC_HOSPITAL","uspRecognised":"2015-01-01"}' >/dev/null
  ask POST /api/territories/$code '{"name":"Essai","holidayZone":"METROPOLE","zones":[]}' >/dev/null
  ask PUT /api/territories/$code/identity '{"name":"Essai","holidayZone":"METROPOLE","host":"'$finess'","zones":[]}' "$(version /api/territories/$code/identity)" >/dev/null
  ask POST /api/territories/$code/perimeters '{"kind":"EXTENDED","workingStart":"08:30","nonWorkingStart":"08:30","end":"08:30","announcedOn":"2026-01-02","inForceFrom":"'"$yesterday"'"}' >/dev/null
  ask PUT "/api/territories/$code/perimeters/$yesterday/agreement" '{"agreedOn":"'"$yesterday"'","reference":"essai"}' >/dev/null
  ask PUT /api/territories/$code/line '{"number":"'$line'","asksProfile":true,"ringSeconds":[20],"whenInCall":"NEXT_RUNG"}' "$(version /api/territories/$code/line)" >/dev/null
  physician=$(ask POST /api/physicians '{"givenName":"Anne","familyName":"Un","rpps":"10999900011","mail":"un@essai.invalid","numbers":[{"number":"0639986001"}],"trainings":[{"diploma":"DESC","obtainedOn":"2010-06-30"}],"employments":[{"employer":"'$finess'","from":"2024-09-01"}],"posts":[{"structure":"USP","from":"2024-09-01"}],"practices":[{"territory":"'$code'","from":"2024-09-01"}],"workingTimes":[{"share":1.0,"from":"2024-09-01"}]}' |
    sed 's/^{"id":"\([^"]*\)".*/\1/')
  ask POST "/api/territories/$code/rotas/$quarter/draft" >/dev/null
  for day in "$yesterday" "$today" "$tomorrow"; do
    [ "$(quarter_of "$day")" = "$quarter" ] || continue
    ask PUT "/api/territories/$code/rotas/$quarter/duties/$day" '{"physician":"'"$physician"'","rung":"FIRST"}' \
      "$(version "/api/territories/$code/rotas/$quarter")" >/dev/null
  done
  ask POST "/api/territories/$code/rotas/$quarter/publish" '{"reason":"essai","acceptGaps":true}' >/dev/null
}

call_line() {
  local folder=$1 sip=$2 phone=$3 hold=$4 sipp scenarios=$PWD/deploy/sipp longest
  longest=$((300 + hold / 1000))
  sipp=$(deploy/asterisk-unpack 2>/dev/null | sed -n 's/^SIPP=//p')
  printf 'SEQUENTIAL\n%s;\n' "$line" >"$folder/dialled"
  (cd "$folder" && exec timeout "$longest" "$sipp" -sf "$scenarios/physician.xml" -i 127.0.0.1 -p "$phone" -m 1 -nostdin) >"$folder/physician" 2>&1 &
  physician=$!
  (cd "$folder" && exec timeout "$longest" "$sipp" "$sip" -sf "$scenarios/caller.xml" -inf "$folder/dialled" -i 127.0.0.1 -p $((phone + 1)) -m 1 -recv_timeout "$hold" -nostdin) \
    >"$folder/caller" 2>&1 &
  caller=$!
}

holds_line() { on_switch database show appui/dialled | grep -q "$line"; }

legs() { on_switch 'core show channels concise' | awk -F! '$5 == "Up" && length($13) == 36 { print $1, $13 }' | sort; }

said_of() {
  told=
  for _ in {1..30}; do
    told=$(ask GET "/api/calls/$1") && grep -q "$2" <<<"$told" && return
    sleep 1
  done
  grep -o '"text":"[^"]*"' <<<"$told"
  return 1
}
