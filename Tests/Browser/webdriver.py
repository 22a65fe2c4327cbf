"""A small client of the WebDriver protocol (https://www.w3.org/TR/webdriver2/) for Chromium.

Only the standard library: chromedriver speaks JSON over HTTP on a local port.
"""

import base64
import json
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
KEYS = {
    "Tab": "\ue004", "Enter": "\ue007", "Escape": "\ue00c", "Shift": "\ue008",
    "ArrowLeft": "\ue012", "ArrowUp": "\ue013", "ArrowRight": "\ue014", "ArrowDown": "\ue015",
}


class WebDriverError(Exception):
    """What the driver reported."""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Browser:
    """One headless Chromium that can reach no host, and the driver in front of it."""

    def __init__(self, width=1280, height=800):
        driver = shutil.which("chromedriver")
        if driver is None:
            raise SystemExit("chromedriver is missing: run Scripts/setup-browser")
        port = free_port()
        self.address = f"http://127.0.0.1:{port}"
        self.driver = subprocess.Popen(
            [driver, f"--port={port}", "--log-level=SEVERE"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            self.await_driver()
            arguments = [
                "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run",
                "--disable-dev-shm-usage", "--disable-background-networking",
                "--host-resolver-rules=MAP * ~NOTFOUND", f"--window-size={width},{height}",
            ]
            answer = self.call("POST", "/session", {"capabilities": {"alwaysMatch": {
                "browserName": "chrome",
                "goog:chromeOptions": {"args": arguments},
                "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"},
            }}})
            self.session = f"/session/{answer['sessionId']}"
        except BaseException:
            self.driver.terminate()
            raise

    def __enter__(self):
        return self

    def __exit__(self, *_):
        try:
            self.call("DELETE", self.session)
        except (WebDriverError, OSError):
            pass
        self.driver.terminate()
        self.driver.wait()

    def await_driver(self):
        for _ in range(100):
            try:
                if self.call("GET", "/status")["ready"]:
                    return
            except (OSError, WebDriverError):
                pass
            time.sleep(0.1)
        raise WebDriverError("chromedriver does not answer")

    def call(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(
            self.address + path, data=data, method=method,
            headers={"Content-Type": "application/json; charset=utf-8"})
        try:
            with urllib.request.urlopen(request, timeout=120) as response:
                return json.load(response)["value"]
        except urllib.error.HTTPError as error:
            value = json.load(error)["value"]
            raise WebDriverError(f"{value['error']}: {value['message']}") from None

    # What a person does.

    def open(self, url):
        self.call("POST", f"{self.session}/url", {"url": url})

    def find(self, selector):
        found = self.call(
            "POST", f"{self.session}/element", {"using": "css selector", "value": selector})
        return found[ELEMENT]

    def click(self, selector):
        self.call("POST", f"{self.session}/element/{self.find(selector)}/click", {})

    def press(self, *keys):
        """Presses keys one after the other; a text is typed; `Shift+x` holds Shift."""
        actions = []
        for key in keys:
            held, _, last = key.rpartition("+") if "+" in key[1:] else ("", "", key)
            strokes = [KEYS[last]] if last in KEYS else list(last)
            if held:
                actions.append({"type": "keyDown", "value": KEYS[held]})
            for stroke in strokes:
                actions += [
                    {"type": "keyDown", "value": stroke}, {"type": "keyUp", "value": stroke}]
            if held:
                actions.append({"type": "keyUp", "value": KEYS[held]})
        self.call("POST", f"{self.session}/actions", {
            "actions": [{"type": "key", "id": "keyboard", "actions": actions}]})

    # What a test asks.

    def run(self, script, *arguments):
        return self.call(
            "POST", f"{self.session}/execute/sync", {"script": script, "args": list(arguments)})

    def run_later(self, script, *arguments):
        """Runs a script that calls its last argument when it is done."""
        return self.call(
            "POST", f"{self.session}/execute/async", {"script": script, "args": list(arguments)})

    def log(self, kind):
        return self.call("POST", f"{self.session}/se/log", {"type": kind})

    def screenshot(self, path):
        with open(path, "wb") as file:
            file.write(base64.b64decode(self.call("GET", f"{self.session}/screenshot")))

    def print_to(self, path):
        pdf = self.call("POST", f"{self.session}/print", {
            "background": True, "orientation": "landscape",
            "page": {"width": 21.0, "height": 29.7},
            "margin": {"top": 0.8, "bottom": 0.8, "left": 0.8, "right": 0.8}})
        with open(path, "wb") as file:
            file.write(base64.b64decode(pdf))

    def resize(self, width, height):
        self.call(
            "POST", f"{self.session}/window/rect", {"width": width, "height": height})
