-- Runs in a headless Neovim: opens tenant files, waits for the server, and writes what the editor then holds as JSON.
-- The test gives: TENANT_CONFIG_NODE, TENANT_CONFIG_CLI (the server's command), TENANT_CONFIG_ROOT (the workspace),
-- TENANT_CONFIG_RESULT (the file to write).

local TIME_LIMIT = 8000

local root = vim.env.TENANT_CONFIG_ROOT
local result = { stage = "start" }

local function write_result()
  local file = assert(io.open(vim.env.TENANT_CONFIG_RESULT, "w"))
  file:write(vim.json.encode(result))
  file:close()
end

--- Waits for a condition; fails with its name.
local function wait_for(what, condition)
  result.stage = what
  if not vim.wait(TIME_LIMIT, condition, 10) then
    error("waited in vain for " .. what)
  end
end

local client_id

local function client()
  return vim.lsp.get_client_by_id(client_id)
end

local function start()
  client_id = vim.lsp.start_client({
    name = "tenant-config",
    cmd = { vim.env.TENANT_CONFIG_NODE, vim.env.TENANT_CONFIG_CLI, "lsp", "--stdio" },
    root_dir = root,
    on_error = function(code, message)
      result.client_error = { code = code, message = vim.inspect(message) }
    end,
  })
  assert(client_id, "the client did not start")
  wait_for("initialize", function()
    return client() and client().initialized
  end)
  -- Neovim 0.7 can not be asked for settings; its configurations send them like this.
  client().notify("workspace/didChangeConfiguration", {
    settings = { tenantConfig = { rules = { ["duplicate-key"] = "hint" } } },
  })
end

--- Opens a file below the workspace and attaches the client.
local function open(path)
  vim.cmd("edit " .. vim.fn.fnameescape(root .. "/" .. path))
  local buffer = vim.api.nvim_get_current_buf()
  assert(vim.lsp.buf_attach_client(buffer, client_id), "the client did not attach")
  return buffer
end

local function text_of(buffer)
  return table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), "\n") .. "\n"
end

--- The answer to a request about the current buffer.
local function ask(buffer, method, params)
  local answer
  client().request(method, params, function(err, value)
    answer = { err = err, value = value }
  end, buffer)
  wait_for(method, function()
    return answer ~= nil
  end)
  assert(answer.err == nil, method .. ": " .. vim.inspect(answer.err))
  return answer.value
end

local function position(buffer, line, character)
  return { textDocument = { uri = vim.uri_from_bufnr(buffer) }, position = { line = line, character = character } }
end

local function diagnostics_of(buffer)
  local found = {}
  for _, item in ipairs(vim.diagnostic.get(buffer)) do
    table.insert(found, { line = item.lnum, code = item.user_data.lsp.code, severity = item.severity, source = item.source })
  end
  return found
end

--- Line number (from 0) of the first line that holds a text.
local function line_with(buffer, wanted)
  for index, line in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, -1, false)) do
    if line:find(wanted, 1, true) then
      return index - 1
    end
  end
  error("no line with " .. wanted)
end

local function broken_tenant()
  local buffer = open("tenants/globex/tenant.yaml")
  wait_for("diagnostics", function()
    return #vim.diagnostic.get(buffer) > 0
  end)
  result.diagnostics = diagnostics_of(buffer)

  local line = line_with(buffer, "engine: postgres ")
  local wrong = vim.tbl_filter(function(item)
    return item.lnum == line
  end, vim.diagnostic.get(buffer))
  local first = assert(wrong[1], "no diagnostic in the line of the engine").user_data.lsp
  first = vim.deepcopy(first)
  first.range = { start = { line = wrong[1].lnum, character = wrong[1].col }, ["end"] = { line = wrong[1].end_lnum, character = wrong[1].end_col } }
  first.message = wrong[1].message
  local actions = ask(buffer, "textDocument/codeAction", {
    textDocument = { uri = vim.uri_from_bufnr(buffer) },
    range = first.range,
    context = { diagnostics = { first } },
  })
  result.action_titles = vim.tbl_map(function(action)
    return action.title
  end, actions)
  result.before_action = text_of(buffer)
  vim.lsp.util.apply_workspace_edit(actions[1].edit, client().offset_encoding)
  result.after_action = text_of(buffer)
  wait_for("fewer diagnostics", function()
    return #vim.diagnostic.get(buffer) == #result.diagnostics - 1
  end)
end

local function good_tenant()
  local buffer = open("tenants/initech/tenant.yaml")
  local hover_line = line_with(buffer, "port: 5432")
  local hover = ask(buffer, "textDocument/hover", position(buffer, hover_line, 7))
  result.hover = vim.lsp.util.convert_input_to_markdown_lines(hover.contents)

  result.symbols = vim.tbl_map(function(symbol)
    return symbol.name
  end, ask(buffer, "textDocument/documentSymbol", { textDocument = { uri = vim.uri_from_bufnr(buffer) } }))

  local billing = line_with(buffer, "billing: {}")
  vim.api.nvim_buf_set_lines(buffer, billing, billing + 1, false, { "billing:", "  plan: " })
  local items = ask(buffer, "textDocument/completion", position(buffer, billing + 1, 8))
  result.completions = vim.tbl_map(function(item)
    return item.label
  end, items)
end

local ok, message = pcall(function()
  start()
  broken_tenant()
  good_tenant()
  result.stage = "stop"
  client().stop()
  wait_for("the server to stop", function()
    return vim.lsp.get_client_by_id(client_id) == nil
  end)
  result.stage = "end"
end)
if not ok then
  result.failure = tostring(message)
end
write_result()
vim.cmd("qall!")
