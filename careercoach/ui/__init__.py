"""The look of CareerCoach. Pages import blocks from here and write no colour, radius or font size of their own.

Words: `texts.t("room.key", name=var)`. Classes: Tailwind utilities for arrangement (`flex gap-3`, `text-ink-2`,
`bg-sunken`, `rounded-lg`, `text-sm`) and the named looks of assets/styles/components.css (`title`, `subtitle`,
`label`, `muted`, `small`, `tiny`, `figure`, `card`, `quote`, `btn`, `chip`, `input`, `table`, `link`, `code`).
Only `rx.el.*`, `rx.icon`, `rx.cond/match/foreach`: never rx.text, rx.box, rx.button, rx.link… (Radix Themes).

shell       page_frame(*children, title=None, purpose=None, actions=None, active="today"),
            public_frame(*children, narrow=False, login_link=True, palette=False), theme_choice(),
            language_select(name), brand(href)
wraps       app_wraps() for rx.App(toaster=None, stylesheets=theme.STYLESHEETS,
            head_components=theme.head_components(), extra_app_wraps=app_wraps())
theme       TAILWIND for rx.plugins.TailwindV4Plugin(TAILWIND), STYLESHEETS, head_components(), class_names(*names)
components/
  buttons   button(*words, variant="primary|secondary|ghost|danger|danger-quiet", size="sm|md|lg", icon, icon_end,
            busy=var, **props), icon_button(icon, label), link_button(*words, href=, reload=False, ...),
            page_link(*words, href=), text_link(*words, href=), outside_link(*words, href=)
  surfaces  card(*children, flush=False), card_title(words, *aside), page_header(title, purpose=, actions=),
            stack(*children, gap="sm|md|lg"), row(*children), two_columns(main, aside, wide_aside=False),
            stat_row(*stat_tile(label, value, note=, good=)), notice(words, tone="plain|good|warning|problem")
  forms     native_form(*fields, action="/api/..."), field(name, label, hint=, problem=var, type=, **props),
            text_area(...), select_field(name, label, options, ...), choice_group(name, legend, options, value=,
            on_choose=, multiple=False), tick(name, label, note=), field_problem(name, problem)
  chips     chip(words, tone="plain|have|part|missing|accent|amber|outline", icon=), skill_chip(words, state, note=),
            state_count(n, state), streak_chip(days, short=False)
  meters    progress_ring(percent, figure=, label=, caption=, mark_percent=, size=84, tone="accent|amber"),
            bar(percent, label=), waiting_bar(label), score_line(name, score), score_missing(name, *action)
  tasks     task_row(title, why=, minutes=, done=, current=, on_toggle=, details=[...], menu=, test_id=),
            task_list(*rows, label=), task_check(title, done, on_toggle), timeline(*timeline_entry(title, *details,
            when=, state="done|now|next"))
  charts    line_chart(series, label=, summary=, name=, value=, goal=), bar_chart(same), heat_map(days, label=),
            radar([(name, score)...], label=, summary=); the state holds what `shapes.series(points, top=, goal=,
            columns=)` and `shapes.month(minutes, first=, today=, goal_min=)` computed
  guides    stepper(steps, current, label=), score_button(id, name, score, *evidence), evidence_quote(source, *words),
            key_point(words, met)
  writing   autosave_text(name, label, draft_key=, saved=var, on_save=handler(str)), timer(seconds, running=, up=,
            on_end=), streaming_panel(*children, running=, label=, on_stop=), markdown_view(text), code_block(code)
  uploads   file_drop(name, action="/api/...", max_bytes=, endings=, on_done=handler(id: str))
  dialogs   confirm_dialog(title, sentence, confirm=, on_confirm=, trigger= or open=+on_open_change=),
            undo_toast(words_var, on_undo=, on_close=, seconds=8)
  states    empty_state(picture, sentence, action, hint=), skeleton(class_name), skeleton_lines(n),
            loading(is_ready, content, label=, waiting=), locked_state(sentence, unlock, action)
  pictures  picture("plan|resume|interview|progress|bell|search")
  icons     icon(name, size=18); names of lucide.dev, drawn from icons.toml
primitives/
  dialog    dialog(title, *children, trigger= or open=+on_open_change=, description=, footer=[...]),
            dialog_close(button)
  popover   popover(id, *children, label=) opened by any button with custom_attrs=opens(id); no script, no state
  menu      action_menu(id, label, *menu_item(words, menu=id, icon=, on_click=, danger=))
  combobox  combobox(name, label, options, shown=, on_choose=handler(value), placeholder=, on_search=),
            close_popover(id)
  tabs, tooltip, switch, slider, accordion: one function each of that name (accordion_item for its parts)
gallery     gallery(): all of this on one page, for /admin/gallery
palette/    Ctrl/⌘ K: palette() once per frame, palette_button(class_name); a new page needs a line in
            palette/entries.py and its synonyms in palette/texts.toml
browser     what the browser does and knows by itself: does(element("id").showModal), time_zone()
bridge      the only file with JavaScript in it, beside autosave; also FocusBridge.create(targets=[ids], turn=number)
"""
