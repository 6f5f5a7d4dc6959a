"""Answers, one JSON line for each JSON line read, what Python's re.fullmatch does: the differential fuzz's oracle."""
import json
import re
import signal
import sys
import warnings

warnings.simplefilter("ignore")


def too_slow(signum, frame):
    raise TimeoutError


signal.signal(signal.SIGALRM, too_slow)


def spans(match):
    return [match.span(group) if match.span(group)[0] >= 0 else None for group in range(match.re.groups + 1)]


def answer(case):
    try:
        signal.setitimer(signal.ITIMER_REAL, 2)
        regex = re.compile(case["pattern"], re.I if case.get("ignoreCase") else 0)
    except TimeoutError:
        return {"timeout": True}
    except re.error as error:
        return {"error": error.msg, "position": error.pos}
    except (OverflowError, ValueError) as error:
        return {"error": str(error), "position": None}
    except RecursionError:
        return {"timeout": True}
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    results = []
    for text in case["texts"]:
        try:
            signal.setitimer(signal.ITIMER_REAL, 0.2)
            match = regex.fullmatch(text)
            results.append(spans(match) if match else False)
        except TimeoutError:
            results.append("timeout")
        except Exception as error:
            results.append(repr(error))
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
    return {"results": results}


for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))), flush=True)
