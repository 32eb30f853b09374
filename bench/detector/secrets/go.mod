module avow.dev/bench/secrets

go 1.24
