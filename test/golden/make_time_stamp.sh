#!/bin/sh
# Makes time-stamp.tsr: a token by OpenSSL over the text "a manifest\n", by an authority of its own that is thrown away.
#     sh test/golden/make_time_stamp.sh        OpenSSL 3.0.19
set -e
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
cd "$work"
printf '[tsa]\nserial = serial\ncrypto_device = builtin\ndefault_policy = 1.2.3.4.1\ndigests = sha256, sha512\nsigner_digest = sha256\naccuracy = secs:1\n[ext]\nextendedKeyUsage = critical,timeStamping\n[req]\ndistinguished_name = dn\n[dn]\n' > conf
echo 01 > serial
openssl req -x509 -newkey rsa:2048 -nodes -keyout key -out cert -days 3650 -subj '/CN=Fixture authority' -config conf -extensions ext
printf 'a manifest\n' > manifest
for digest in sha256 sha512; do
  openssl ts -query -data manifest -$digest -cert -out query
  openssl ts -reply -config conf -section tsa -queryfile query -signer cert -inkey key -out reply-$digest
done
openssl ts -reply -in reply-sha256 -token_out -out token
# The request without a number, byte for byte.
openssl ts -query -data manifest -sha256 -cert -no_nonce -out "$here/time-stamp.tsq"
cp reply-sha256 "$here/time-stamp.tsr"
cp token "$here/time-stamp.token"
cp reply-sha512 "$here/time-stamp-sha512.tsr"
rm -r "$work"
