"""The real store of ML Metadata, as its wheel has it; only the socket is ours.

Usage: ml-metadata.py DATABASE PORT [CERTIFICATE KEY]. The database is a file of SQLite, or mysql://user@host:port/name.
Every call of ml_metadata.MetadataStoreService is handed to the store as it came. Calls of featurescope.Test, in JSON, put
runs in as the driver and the launcher of Kubeflow Pipelines do, and tell which calls there were.
"""

import json
import os
import sys
import threading
from concurrent import futures
from pathlib import Path
from urllib.parse import urlsplit

import grpc
from ml_metadata.metadata_store import metadata_store
from ml_metadata.metadata_store.pywrap.metadata_store_extension import metadata_store as serialized
from ml_metadata.proto import metadata_store_pb2 as pb
from ml_metadata.proto import metadata_store_service_pb2 as service

CODES = {code.value[0]: code for code in grpc.StatusCode}
GIB = 2**30


def connection(database):
    config = pb.ConnectionConfig()
    address = urlsplit(database)
    if address.scheme == "mysql":
        config.mysql.host, config.mysql.port = address.hostname, address.port
        config.mysql.user, config.mysql.database = address.username, address.path[1:]
    else:
        config.sqlite.filename_uri = database
    return config


def value(given):
    """A value of an executor's metadata, as the launcher converts it."""
    if isinstance(given, str):
        return pb.Value(string_value=given)
    if isinstance(given, bool):
        return pb.Value(int_value=int(given))
    if isinstance(given, (int, float)):
        return pb.Value(double_value=given)
    kind = "list" if isinstance(given, list) else "struct"
    result = pb.Value()
    result.struct_value.update({kind: given})
    return result


def set_values(target, values):
    for name, given in values.items():
        target.custom_properties[name].CopyFrom(value(given))


class Recorder:
    """Puts in what a run of a pipeline leaves."""

    def __init__(self, store):
        self.store = store

    def context(self, type_name, name, values):
        found = self.store.get_context_by_type_and_name(type_name, name)
        if found is not None:
            return found
        type_id = self.store.put_context_type(pb.ContextType(name=type_name))
        context = pb.Context(type_id=type_id, name=name)
        set_values(context, values)
        self.store.put_contexts([context])
        return self.store.get_context_by_type_and_name(type_name, name)

    def contexts(self, run):
        """Contexts of pipeline and run, the second the first one's child."""
        pipeline = self.context("system.Pipeline", run["pipeline"], {})
        values = {
            "namespace": run["namespace"],
            "resource_name": f"{run['pipeline']}-{run['id'][:5]}",
            "pipeline_root": f"{run.get('root', '')}/{run['pipeline']}/{run['id']}",
            "store_session_info": "{}",
        }
        own = self.context("system.PipelineRun", run["id"], values)
        if not self.store.get_parent_contexts_by_context(own.id):
            self.store.put_parent_contexts([pb.ParentContext(child_id=own.id, parent_id=pipeline.id)])
        return [pipeline, own]

    def put_execution(self, execution, contexts, events=()):
        request = service.PutExecutionRequest(execution=execution, contexts=contexts)
        for event in events:
            request.artifact_event_pairs.add().event.CopyFrom(event)
        answer = service.PutExecutionResponse()
        self.store._call("PutExecution", request, answer)
        return answer.execution_id

    def execution(self, type_name, contexts, values, inputs):
        """What the driver puts in before a step runs."""
        type_id = self.store.put_execution_type(pb.ExecutionType(name=type_name))
        execution = pb.Execution(type_id=type_id, last_known_state=pb.Execution.RUNNING)
        set_values(execution, values)
        given = execution.custom_properties["inputs"].struct_value
        # One without a kind ends the process.
        given.SetInParent()
        given.update(inputs)
        execution.id = self.put_execution(execution, contexts)
        return execution

    def artifact(self, output):
        """What the launcher records of an output, once it is uploaded; it belongs to no run until the step is published."""
        type_id = self.store.put_artifact_type(pb.ArtifactType(name=output["type"]))
        artifact = pb.Artifact(type_id=type_id, uri=output["uri"], state=pb.Artifact.LIVE)
        set_values(artifact, {"display_name": output["name"], "store_session_info": "{}", **output["metadata"]})
        [artifact.id] = self.store.put_artifacts([artifact])
        return artifact.id

    def record(self, run):
        """A run of one step, whose artifacts may be there already. Gives their ids."""
        contexts = self.contexts(run)
        dag = self.execution("system.DAGExecution", contexts, {"task_name": ""}, {})
        is_cached = run.get("isCached", False)
        values = {
            "display_name": run["task"],
            "task_name": run["task"],
            "namespace": "",
            "pod_name": "",
            "image": "featurescope/analyzer:0.1.0",
            "cache_fingerprint": "0" * 64,
            "parent_dag_id": dag.id,
        }
        if is_cached:
            values["cached_execution_id"] = "1"
        step = self.execution("system.ContainerExecution", contexts, values, run.get("inputs", {}))
        if not is_cached:
            # The launcher does, before it runs the command.
            set_values(step, {"namespace": run["namespace"], "pod_name": f"{run['id'][:5]}-pod"})
            self.put_execution(step, [])
        outputs = run["outputs"]
        ids = run.get("given") or [self.artifact(output) for output in outputs]
        if not run.get("unpublished"):
            events = [
                pb.Event(type=pb.Event.OUTPUT, artifact_id=id, path=path(output["name"]))
                for id, output in zip(ids, outputs)
            ]
            step.last_known_state = pb.Execution.CACHED if is_cached else pb.Execution.COMPLETE
            self.put_execution(step, contexts, events)
        return ids

    def change(self, changes):
        """Sets an artifact's state or metadata."""
        [artifact] = self.store.get_artifacts_by_id([changes["id"]])
        if "state" in changes:
            artifact.state = pb.Artifact.State.Value(changes["state"])
        set_values(artifact, changes.get("metadata", {}))
        self.store.put_artifacts([artifact])
        return True

    def record_many(self, runs):
        return [self.record(run) for run in runs]


def path(key):
    return pb.Event.Path(steps=[pb.Event.Path.Step(key=key)])


class Handlers(grpc.GenericRpcHandler):
    def __init__(self, database):
        self.database = database
        self.lock = threading.Lock()
        self.calls = []
        self.aborts = 0
        self.open()

    def open(self):
        self.store = metadata_store.MetadataStore(connection(self.database))
        self.recorder = Recorder(self.store)

    def empty(self):
        os.remove(self.database)
        self.open()
        self.calls, self.aborts = [], 0

    def service(self, details):
        name, method = details.method.split("/")[1:]
        answer = self.test if name == "featurescope.Test" else self.metadata
        return grpc.unary_unary_rpc_method_handler(lambda request, context: answer(method, request, context))

    def metadata(self, method, request, context):
        with self.lock:
            self.calls.append(method)
            if self.aborts > 0:
                self.aborts -= 1
                context.abort(grpc.StatusCode.ABORTED, "mysql_query aborted: errno: Deadlock found when trying to get lock")
            call = getattr(serialized, method)
            answer, message, code = call(self.store._metadata_store, request)
        if code != 0:
            context.abort(CODES[code], message.decode())
        return answer

    def test(self, method, request, context):
        given = json.loads(request)
        with self.lock:
            if method == "calls":
                answer, self.calls = self.calls, []
            elif method == "abort":
                self.aborts = answer = given
            elif method == "empty":
                answer = self.empty()
            else:
                answer = getattr(self.recorder, method)(given)
        return json.dumps({"answer": answer}).encode()


def main():
    database, port, *certificate = sys.argv[1:]
    options = [("grpc.max_receive_message_length", GIB), ("grpc.max_send_message_length", GIB), ("grpc.so_reuseport", 0)]
    server = grpc.server(futures.ThreadPoolExecutor(8), handlers=[Handlers(database)], options=options)
    address = f"127.0.0.1:{port}"
    if certificate:
        chain, key = (Path(path).read_bytes() for path in certificate)
        server.add_secure_port(address, grpc.ssl_server_credentials([(key, chain)]))
    else:
        server.add_insecure_port(address)
    server.start()
    print("listening", flush=True)
    server.wait_for_termination()


main()
