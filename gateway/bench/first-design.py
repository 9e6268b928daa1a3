"""The first design's service: a dictionary turned into JSON for each request."""

import json
import sys

import uvicorn
from fastapi import FastAPI

with open(sys.argv[1], encoding="utf-8") as file:
    document = json.load(file)

app = FastAPI()


@app.get("/api/v1/features/{name}/stats")
def stats(name: str):
    return document


uvicorn.run(app, host="127.0.0.1", port=int(sys.argv[2]), log_level="error", access_log=False)
