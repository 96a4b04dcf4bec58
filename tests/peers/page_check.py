"""Opens a page of the bot's in headless Chromium, in light and in dark, and on paper.

    page_check.py --chromium PATH PAGE.html [--shots FOLDER]

Writes one JSON object: what the console said, what was asked of the network, and what axe-core finds,
each as a list. With --shots it leaves a picture of each view, and a PDF.
"""

import argparse
import json
import pathlib

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

# A browser that looks things up at its makers' would be refused, and say so where we listen.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def look(browser, page_file, scheme, width, shots):
    seen = {"console": [], "requests": [], "faults": [], "wider": 0}
    context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 900})
    page = context.new_page()
    page.on("console", lambda message: seen["console"].append(message.text))
    page.on("pageerror", lambda error: seen["console"].append(str(error)))
    page.on("request", lambda request: seen["requests"].append(request.url))
    page.goto(page_file.as_uri())
    # By how much the page is wider than its window: then it has to be moved to be read.
    seen["wider"] = page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    for fault in Axe().run(page).response["violations"]:
        nodes = [node["html"][:200] for node in fault["nodes"]]
        seen["faults"].append(
            {"id": fault["id"], "impact": fault["impact"], "help": fault["help"], "nodes": nodes}
        )
    if shots:
        page.screenshot(path=shots / f"{page_file.stem}-{scheme}-{width}.png", full_page=True)
    context.close()
    # The page itself is no request to anywhere.
    seen["requests"] = [url for url in seen["requests"] if url != page_file.as_uri()]
    return seen


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("page", type=pathlib.Path)
    parser.add_argument("--chromium", required=True)
    parser.add_argument("--shots", type=pathlib.Path)
    arguments = parser.parse_args()
    page_file = arguments.page.resolve()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=arguments.chromium, args=FLAGS)
        views = [
            look(browser, page_file, scheme, width, arguments.shots)
            for scheme in ("light", "dark")
            for width in (1100, 400)
        ]
        if arguments.shots:
            # Scripts off: whoever has none reads the same.
            context = browser.new_context(java_script_enabled=False)
            page = context.new_page()
            page.goto(page_file.as_uri())
            page.pdf(path=arguments.shots / f"{page_file.stem}.pdf", format="A4", print_background=True)
            context.close()
        browser.close()
    found = {key: [one for view in views for one in view[key]] for key in ("console", "requests", "faults")}
    found["wider"] = max(view["wider"] for view in views)
    print(json.dumps(found))


if __name__ == "__main__":
    main()
