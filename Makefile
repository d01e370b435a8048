# make run     install what is needed, build, and run the main job (results in ./results)
# make test    install what is needed, and run everything that must pass
# make fuzz    look for faults of readers, parsers and graph algorithms with random inputs
# make bench   time the program against its peers
# make lint    check the formatting
# make docs    write the documentation of the library to ./site
# make install PREFIX=/usr/local [DESTDIR=]

PREFIX ?= /usr/local
SWIFT ?= swift
RELEASE = -c release --static-swift-stdlib -Xlinker -s
PROGRAM = .build/release/indicators
# A C++ library to link with, what the Swift toolchain itself loads, and the libraries of Package.swift.
PACKAGES = g++ git libcurl4 libncurses6 libsqlite3-0 libxml2 tzdata \
  libboost-dev libopenblas-dev libreadstat-dev nettle-dev \
  zlib1g-dev

# What tests compare with: two R packages that ship survey samples.
PEERS = r-base-core r-cran-laeken r-cran-survey

.PHONY: run test fuzz bench lint docs install deps build clean

run: build
	$(PROGRAM) report -o results

deps:
	@scripts/install-packages $(PACKAGES)

build: deps
	$(SWIFT) build $(RELEASE) --product indicators

lint:
	$(SWIFT) format lint --strict --recursive Sources Tests Fuzz Benchmarks/Sources Package.swift

# The command line is tested on the release build: it is what users get, and many times faster than a debug build.
test: deps lint
	scripts/check-datasets
	@scripts/install-packages $(PEERS)
	scripts/export-surveys .build/surveys
	$(SWIFT) build $(RELEASE) --product indicators
	scripts/check-release $(PROGRAM)
	$(SWIFT) build --build-tests
	ESS_PROGRAM=$(CURDIR)/$(PROGRAM) $(SWIFT) test --skip-build
	Fuzz/run
	scripts/build-docs site

# Look for new faults of the readers, parsers and graph algorithms: make fuzz RUNS=1000000 SEED=2
fuzz: deps
	$(SWIFT) build --build-tests
	Fuzz/run $(or $(RUNS),200000) $(or $(SEED),1)

bench: build
	Benchmarks/run

docs: deps
	scripts/build-docs site

install: build
	install -D -m 755 $(PROGRAM) $(DESTDIR)$(PREFIX)/bin/indicators
	$(PROGRAM) man | install -D -m 644 /dev/stdin $(DESTDIR)$(PREFIX)/share/man/man1/indicators.1
	$(PROGRAM) completions bash | install -D -m 644 /dev/stdin $(DESTDIR)$(PREFIX)/share/bash-completion/completions/indicators
	$(PROGRAM) completions zsh | install -D -m 644 /dev/stdin $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_indicators
	$(PROGRAM) completions fish | install -D -m 644 /dev/stdin $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/indicators.fish

clean:
	rm -rf .build results site
