# 阳光问答. `make` alone lists what there is.
.DEFAULT_GOAL := help
SHELL := /bin/sh
PYTHON := .venv/bin/python
UV := $(or $(shell command -v uv 2>/dev/null),.tools/uv/bin/uv)
WIDGET := channels/widget
QUIET := RASA_TELEMETRY_ENABLED=false

.PHONY: help
help: ## 列出所有命令
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sort | awk -F':.*## ' '{printf "  make %-14s %s\n", $$1, $$2}'

.PHONY: run
run: .venv/run.stamp ## 第一次：装环境、训练、建索引；然后启动全部（Ctrl-C 停下）
	@$(PYTHON) -m bot prepare
	@$(PYTHON) -m bot run

.PHONY: setup
setup: .venv/run.stamp ## 只准备运行环境
	@$(PYTHON) -m bot prepare

.PHONY: test
test: .venv/dev.stamp $(WIDGET)/node_modules/.stamp chromium ## 装好测试环境，运行全部检查和测试
	@$(MAKE) --no-print-directory lint
	@$(PYTHON) -m bot prepare
	@$(QUIET) $(PYTHON) -m pytest

.PHONY: lint
lint: .venv/dev.stamp ## 代码风格和类型检查
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
	@.venv/bin/mypy

.PHONY: format
format: .venv/dev.stamp ## 按统一格式重排代码
	@.venv/bin/ruff check --fix .
	@.venv/bin/ruff format .

.PHONY: widget
widget: $(WIDGET)/node_modules/.stamp ## 重新打包网页组件
	@$(PYTHON) -m tests.node npm run --silent build --prefix $(WIDGET)

.PHONY: screenshots
screenshots: .venv/dev.stamp chromium ## 重新拍 README 里的截图
	@$(PYTHON) -m bot prepare
	@$(QUIET) $(PYTHON) -m tests.e2e.screenshots

.PHONY: bench-turn
bench-turn: .venv/dev.stamp ## 量一轮问答的时间（与 rasa run 对照）
	@$(PYTHON) -m bot prepare
	@$(QUIET) $(PYTHON) -m bench turn

# More sets: make calibrate SETS="--set CORPUS QUESTIONS WEIGHT --set …"
SAMPLE_SETS := $(foreach q,a b c,--set samples/disclosures samples/questions/$(q).tsv 0.3)
.PHONY: calibrate
calibrate: .venv/run.stamp ## 用已知答案的问题重新拟合“把握有多大”，写入 index/calibration.json
	@$(PYTHON) -m bench calibrate $(SAMPLE_SETS) $(SETS) --cache var/bench

.PHONY: lock
lock: $(UV) ## 重新计算依赖锁（只有版本和哈希，没有地址）
	$(UV) pip compile -q --python-version 3.10 --generate-hashes --no-emit-index-url --no-header requirements.in -o requirements.lock
	$(UV) pip compile -q --python-version 3.10 --generate-hashes --no-emit-index-url --no-header -c requirements.lock requirements-dev.in -o requirements-dev.lock

.PHONY: clean
clean: ## 删除环境和缓存（var/ 里的数据不动）
	rm -rf .venv .tools $(WIDGET)/node_modules .mypy_cache .ruff_cache .pytest_cache .rasa

# --- how things get there --------------------------------------------------------------------

.tools/uv/bin/uv:
	@command -v python3 >/dev/null || { echo "缺少 Python 3。请先运行：sudo apt-get install python3 python3-pip"; exit 1; }
	@python3 -m pip --version >/dev/null 2>&1 || { echo "缺少 pip。请先运行：sudo apt-get install python3-pip（或安装 uv）"; exit 1; }
	@echo "正在准备 uv……"
	@python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --target .tools/uv uv

.venv/bin/python: .python-version $(filter .tools/%,$(UV))
	@$(UV) venv --quiet --allow-existing --python "$$(cat .python-version)" .venv
	@touch .venv/bin/python

.venv/run.stamp: requirements.lock .venv/bin/python
	@echo "正在安装运行环境……"
	@$(UV) pip sync --quiet --compile-bytecode --python $(PYTHON) $(if $(wildcard .venv/dev.stamp),requirements-dev.lock,requirements.lock)
	@$(PYTHON) -c "import pathlib, sysconfig; pathlib.Path(sysconfig.get_paths()['purelib'], 'yangguang.pth').write_text('$(CURDIR)\n')"
	@touch $@

.venv/dev.stamp: requirements-dev.lock .venv/bin/python
	@echo "正在安装测试环境……"
	@$(UV) pip sync --quiet --compile-bytecode --python $(PYTHON) requirements-dev.lock
	@$(PYTHON) -c "import pathlib, sysconfig; pathlib.Path(sysconfig.get_paths()['purelib'], 'yangguang.pth').write_text('$(CURDIR)\n')"
	@touch $@ .venv/run.stamp

$(WIDGET)/node_modules/.stamp: $(WIDGET)/package-lock.json .venv/dev.stamp
	@echo "正在安装网页组件的打包工具……"
	@$(PYTHON) -m tests.node npm ci --prefix $(WIDGET) --silent --no-audit --no-fund
	@touch $@

.PHONY: chromium
chromium:
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || { echo "测试要用 Chromium。请先运行：sudo apt-get install chromium fonts-noto-cjk"; exit 1; }
